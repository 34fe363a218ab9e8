/** Arguments that don't fit a tool, said in plain lines instead of the schema library's words. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type * as z from 'zod';
import { safe } from '../text/safe.ts';

/** What is wrong with the arguments of a call; it takes their place. */
export class Mistyped {
  readonly #lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The refusal as a tool's result. */
  result(): CallToolResult {
    return { content: [{ type: 'text', text: this.#lines.join('\n') }], isError: true };
  }
}

/**
 * The schema, which reads arguments that don't fit as a `Mistyped`: whoever takes them must look for it.
 * @param schema of all of a tool's fields
 */
export function readable<S extends z.ZodObject>(schema: S): S {
  const { validate, ...rest } = schema['~standard'];
  const standard = {
    ...rest,
    validate: (value: unknown) => {
      const result = schema.safeParse(value);
      if (result.success) return { value: result.data };
      const lines = result.error.issues.map((issue) => `- ${lineOf(issue, value)}`);
      const fields = Object.entries(schema.shape).map(([key, field]) =>
        (field as z.ZodType).safeParse(undefined).success ? key : `${key} (needed)`,
      );
      const next = `Next: the same call with no other fields than ${fields.join(', ')}.`;
      return { value: new Mistyped(['Not done: the fields are wrong.', ...lines, next]) };
    },
  };
  return { '~standard': standard } as unknown as S;
}

function lineOf(issue: z.core.$ZodIssue, value: unknown): string {
  const field = issue.path.length === 0 ? 'the arguments' : safe(issue.path.join('.'));
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there's no field ${issue.keys.map((key) => `"${safe(key)}"`).join(', ')}`;
    case 'invalid_type':
      return at(value, issue.path) === undefined
        ? `${field} is missing`
        : `${field} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${field} must be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return `${field} must ${sized(issue.origin, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `${field} must ${sized(issue.origin, 'at most', Number(issue.maximum))}`;
    default:
      return `${field}: ${issue.message}`;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function sized(origin: string, bound: string, size: number): string {
  if (origin === 'string')
    return `have ${bound} ${size} ${size === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `have ${bound} ${size} ${size === 1 ? 'item' : 'items'}`;
  return `be ${bound} ${size}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}
