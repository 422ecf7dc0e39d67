import words from '@/data/words/import.json';
import { message } from '@/lib/message';
import type { Fault } from './import-state';

/** What went wrong, and that nothing is lost by it. */
export function FaultNote({ fault, kept }: { fault: Fault; kept: boolean }) {
  if (fault.kind !== 'read')
    return (
      <p className="notice" role="alert">
        {message(words.faults[fault.kind], { message: fault.message })}
      </p>
    );
  return (
    <div className="notice" role="alert">
      <p>{kept ? words.faults.read : words.faults.readFirst}</p>
      {fault.message.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
