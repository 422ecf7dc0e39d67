/** A claim to fill in: every blank is one that the schema names. */
const skeleton = (id: string) => ({
  ...{
    id,
    quote: '',
    prefix: '',
    suffix: '',
    paragraph: 0,
    topic: '',
    restatement: '',
    answer: '',
  },
  quantities: {},
  readings: [{ role: 'words', name: '', question: '', tests: [] }],
  charts: [],
  conflicts: [],
});

const END = /\s*\]\s*\}\s*$/;

/** The file with one claim more; all that stood there stays as it was written. */
export function withSkeleton(file: string, id: string): string {
  const text = JSON.parse(file) as { claims: unknown[] };
  if (Object.keys(text).at(-1) !== 'claims') throw new Error('"claims" must be the last key');
  const lines = JSON.stringify(skeleton(id), null, 2).replaceAll(/^/gm, '    ');
  return file.replace(END, () => `${text.claims.length > 0 ? ',' : ''}\n${lines}\n  ]\n}\n`);
}
