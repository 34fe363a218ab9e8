/** Those who write to many about jobs: a short exchange with them is no tie. */
const RECRUITING =
  /\b(?:recruit\p{L}*|headhunt\p{L}*|hr|human resources?|talent|hiring|staffing|sourcer)\b/iu;

/** Whether a role is one of recruiting. */
export function isRecruiting(role: string | null): boolean {
  return role !== null && RECRUITING.test(role);
}
