/**
 * Words of work and of technical teams that an English dictionary lacks, and that are no mistakes in a message.
 * Small letters; a plural or past is found by its ending.
 */
export const WORK_WORDS: readonly string[] = `
  agile analytics api apis app apps async auth autoscaling autoscaler backend backlog backlogs backend badging
  benchmarking blockchain bootcamp brownbag burndown canary changelog chatbot codebase codebases colocated config
  configs coworker coworkers coworking cron crowdsource cybersecurity dashboarding datacentre datacenter dataset
  datasets dedup dedupe deliverable deliverables deploys dev devs devops diffs docs dropdown emoji emojis endpoint
  endpoints explainability failover flowchart frontend fullstack gamify gantt github gitlab google greybox hackathon
  hackathons handover handovers hotfix hotfixes hotline idempotency idempotent infographic infra intranet iterate
  javascript jira kanban kickoff kubernetes learnings lifecycle linkedin linter liveness logins markdown meetup meetups
  mentee mentees microservice microservices middleware minutes mockup mockups monorepo namespace observability offboarding
  offsite offsites onboard onboarded onboarding onsite opsec outage outages pager paywall pentest phishing pipeline
  playbook podcast podcasts postgres postmortem postmortems prepping prod proxying pseudonymous python qa queueing
  ransomware readme realtime rebrand rebranding refactor refactored refactoring refactors repo repos resourcing retro
  retros retrospective rightsizing roadmap roadmaps rollback rollbacks rollout rollouts rota rotas runbook runbooks scada
  schema schemas scrum serverless shippable signup signups slack smartphone smoketest sprint sprints spreadsheet sql
  stakeholder stakeholders standup standups startup startups stocktake stocktakes subteam substack supercomputer
  teammate teammates telehealth telemetry templated terraform timebox timeboxed timeline timelines timezone timezones
  toolchain touchpoint tradeoff tradeoffs triage triaged triaging typescript ui unblock unblocked unblocking uptime
  upskill upskilling usability ux vaccine walkthrough walkthroughs webhook webhooks webinar webinars website websites
  whiteboard whiteboarding wiki wikis wireframe wireframes workflow workflows workstream workstreams yaml
`
  .trim()
  .split(/\s+/);
