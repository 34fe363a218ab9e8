/** Every rule, in the order that `netcoach rules` lists them. */

import type { Rule } from '../src/model.ts';
import { answer } from './answer.ts';
import { checkIn } from './check-in.ts';
import { departure } from './departure.ts';
import { event } from './event.ts';
import { feedback } from './feedback.ts';
import { interest } from './interest.ts';
import { look } from './look.ts';
import { milestone } from './milestone.ts';
import { newConnection } from './new-connection.ts';
import { newJob } from './new-job.ts';
import { project } from './project.ts';
import { reorg } from './reorg.ts';
import { reply } from './reply.ts';
import { sameEmployer } from './same-employer.ts';
import { sharedWork } from './shared-work.ts';
import { team } from './team.ts';
import { thank } from './thank.ts';
import { warmUp } from './warm-up.ts';
import { welcome } from './welcome.ts';
import { withdraw } from './withdraw.ts';

export const rules: readonly Rule[] = [
  newJob,
  project,
  event,
  interest,
  feedback,
  milestone,
  reorg,
  departure,
  team,
  thank,
  answer,
  look,
  welcome,
  reply,
  sharedWork,
  sameEmployer,
  newConnection,
  checkIn,
  withdraw,
  warmUp,
];
