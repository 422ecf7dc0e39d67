import words from '@/data/words/import.json';
import { delimiters } from '@/lib/import/delimiter';
import { formatIds } from '@/lib/import/mapping';
import { message } from '@/lib/message';
import { Choice } from './field';
import type { ReadAs } from './import-state';
import type { FoundFile } from './reading';

type Props = { file: FoundFile; id: string; readAs: ReadAs; readAgain: (readAs: ReadAs) => void };

/** How the file is written, where what was found is wrong. A text of no length stands for what is found. */
export function WrittenForm({ file, readAs, readAgain }: Props) {
  const { head } = file.summary;
  const found = (text: string): [string, string] => [
    '',
    message(words.found.auto, { found: text }),
  ];
  const read = (form: FormData) => {
    const chosen = ['as', 'encoding', 'delimiter'].flatMap((name) => {
      const value = form.get(name);
      return value ? [[name, value]] : [];
    });
    // A mapping by hand is of a table of no known publisher.
    const generic = form.get('as') === 'generic' || (!form.get('as') && readAs.read);
    readAgain({
      ...Object.fromEntries(chosen),
      ...(generic && readAs.read && { read: readAs.read }),
    });
  };
  return (
    <details className="written">
      <summary>{words.found.asText}</summary>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          read(new FormData(event.currentTarget));
        }}
      >
        <Choice
          label={words.found.format}
          name="as"
          defaultValue={readAs.as}
          options={[
            found(words.formats[head.format]),
            ...formatIds.map((id): [string, string] => [id, words.formats[id]]),
          ]}
        />
        <Choice
          label={words.found.encoding}
          name="encoding"
          defaultValue={readAs.encoding}
          options={[found(words.encodings[head.encoding]), ...Object.entries(words.encodings)]}
        />
        <Choice
          label={words.found.delimiter}
          name="delimiter"
          defaultValue={readAs.delimiter}
          options={[
            found(words.delimiters[head.delimiter]),
            ...delimiters.map((sign): [string, string] => [sign, words.delimiters[sign]]),
          ]}
        />
        <button type="submit">{words.found.again}</button>
      </form>
    </details>
  );
}
