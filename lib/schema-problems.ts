import { z } from 'zod';
import { didYouMean } from './nearest';
import { placeOf, valueAt } from './place';

/** Reports what in a JSON file is not as its schema says: the place by ids, and what was expected and found. */

type Issue = z.core.$ZodIssue;

const isMissing = (input: unknown): boolean => input === undefined;

/** A value in short. */
function shown(value: unknown): string {
  if (isMissing(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value);
}

const quoted = (values: readonly unknown[]): string => values.map((one) => shown(one)).join(', ');

/** A word that is none of those allowed. */
function notOneOf(values: readonly unknown[], found: unknown): string {
  const near = typeof found === 'string' ? didYouMean(found, values.map(String)) : '';
  const cure = near.startsWith('; did') ? near : '';
  return `expected ${values.length > 1 ? 'one of ' : ''}${quoted(values)}, found ${shown(found)}${cure}`;
}

function unknownKeys(keys: string[], inst: unknown): string {
  const known = inst instanceof z.ZodObject ? Object.keys(inst.shape) : [];
  return keys
    .map((key) => `unknown key ${JSON.stringify(key)}${didYouMean(key, known)}`)
    .join('; ');
}

/** The known keys are at hand only where the issue arises. */
const keysNamed: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, issue.inst) : undefined;

/** The alternative that the value is nearest to: of the same type, with the fewest faults. */
function closest(errors: Issue[][]): Issue[] | undefined {
  const isOtherType = (issues: Issue[]) =>
    issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const alike = errors.filter((issues) => !isOtherType(issues));
  return alike.sort((a, b) => a.length - b.length)[0];
}

const expectedIn = (errors: Issue[][]): string =>
  errors
    .flat()
    .flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []))
    .join(' or ');

type Fault = { path: PropertyKey[]; message: string };

function faultsOf(issue: Issue, root: unknown, base: PropertyKey[] = []): Fault[] {
  const path = [...base, ...issue.path];
  const found = valueAt(path, root);
  const fault = (message: string): Fault[] => [{ path, message }];
  switch (issue.code) {
    case 'invalid_type':
      return fault(
        isMissing(found)
          ? `missing; expected ${issue.expected}`
          : `expected ${issue.expected}, found ${shown(found)}`,
      );
    case 'invalid_value':
      return fault(notOneOf(issue.values, found));
    case 'invalid_union': {
      if ('options' in issue && issue.options) return fault(notOneOf(issue.options, found));
      const near = closest(issue.errors);
      if (near) return near.flatMap((one) => faultsOf(one, root, path));
      return fault(`expected ${expectedIn(issue.errors)}, found ${shown(found)}`);
    }
    case 'invalid_format':
      return fault(`${issue.message}, found ${shown(found)}`);
    default:
      return fault(issue.message);
  }
}

/** A line for each fault. */
export const schemaProblems = (error: z.ZodError, root: unknown): string[] =>
  error.issues
    .flatMap((issue) => faultsOf(issue, root))
    .map(({ path, message }) => [placeOf(path, root), message].filter(Boolean).join(': '));

/** The value as its schema has it. Throws an error with a line for each fault, the file named in each. */
export function parsedAs<T>(file: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { error: keysNamed });
  if (parsed.success) return parsed.data;
  const lines = schemaProblems(parsed.error, value).map((line) => `${file}: ${line}`);
  throw new Error(lines.join('\n'));
}
