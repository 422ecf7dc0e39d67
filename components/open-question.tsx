import words from '@/data/words/en.json';
import { openQuestion, type ReadingResult } from '@/lib/claim/result';
import { message } from '@/lib/message';

/** What data would settle a reading; nothing for one that is settled. */
export function OpenQuestion({ reading }: { reading: ReadingResult | undefined }) {
  const open = reading && openQuestion(reading);
  if (!open) return null;
  const { settles, missing } = open;
  const [says, what] =
    settles.length > 0
      ? [words.ways.settle, settles.join(' ')]
      : [words.ways.missing, missing.join('; ')];
  return <p className="note">{message(says, { what })}</p>;
}
