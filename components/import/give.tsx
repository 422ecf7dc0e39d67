import { useEffect, useRef, useState } from 'react';
import words from '@/data/words/import.json';

type Props = { give: (files: File[]) => void };

const filesOf = ({ dataTransfer }: DragEvent): File[] => [...(dataTransfer?.files ?? [])];

/** The whole window takes a drop: beside the frame, a browser would leave the page for the file. */
function useDrop(give: Props['give']): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hover = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => setOver(relatedTarget !== null);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = filesOf(event);
      if (files.length > 0) give(files);
    };
    const on = { dragover: hover, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(on))
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(on))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [give]);
  return over;
}

/** Drop, pick or paste. */
export function Give({ give }: Props) {
  const over = useDrop(give);
  return (
    <section className={over ? 'give over' : 'give'} aria-labelledby="give">
      <h2 id="give">{words.give.title}</h2>
      <p className="pick">
        <label htmlFor="files">{words.give.pick}</label>
        <input
          id="files"
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.zip,text/csv,text/plain,application/zip"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file may be given again after it was changed.
            currentTarget.value = '';
            if (files.length > 0) give(files);
          }}
        />
        <span className="drop-word">{over ? words.give.dropNow : words.give.drop}</span>
      </p>
      <Paste give={give} />
      <p className="note">{words.give.known}</p>
    </section>
  );
}

function Paste({ give }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const read = () => {
    const value = text.current?.value ?? '';
    setSaid(value.trim() === '' ? words.give.nothing : '');
    if (value.trim() === '') return;
    give([new File([value], words.give.pasted, { type: 'text/csv' })]);
  };
  return (
    <details className="paste">
      <summary>{words.give.paste}</summary>
      <p>
        <label htmlFor="paste">{words.give.pasteLabel}</label>
        <textarea id="paste" ref={text} rows={6} spellCheck={false} autoComplete="off" />
      </p>
      <button type="button" onClick={read}>
        {words.give.read}
      </button>{' '}
      <span role="status">{said}</span>
    </details>
  );
}
