import { useState } from 'react';
import words from '@/data/words/import.json';
import {
  type Column,
  type Filled,
  mappingFault,
  mappingOf,
  type Role,
  roles,
} from '@/lib/import/column-roles';
import { message } from '@/lib/message';
import { Choice, TextField } from './field';
import type { ReadAs } from './import-state';
import type { FoundFile } from './reading';

type Props = { file: FoundFile; id: string; readAs: ReadAs; readAgain: (readAs: ReadAs) => void };

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

function filledIn(form: FormData, columns: Column[]): Filled {
  return {
    roles: columns.map((_, place) => text(form, `role-${place}`) as Role),
    layout: text(form, 'layout') as Filled['layout'],
    prefix: text(form, 'prefix').trim(),
    unit: text(form, 'unit').trim(),
    decimal: text(form, 'decimal') as Filled['decimal'],
    group: text(form, 'group') as Filled['group'],
    dates: text(form, 'dates') as Filled['dates'],
  };
}

/** Which column is what, said by hand. What the form does not show is read as before. */
export function MappingForm({ file, id, readAs, readAgain }: Props) {
  const [fault, setFault] = useState<'period' | 'value' | null>(null);
  const { head } = file.summary;
  const submit = (form: FormData) => {
    const filled = filledIn(form, file.columns);
    const found = mappingFault(filled);
    setFault(found);
    if (found) return;
    const names = file.columns.map(({ name }) => name);
    readAgain({ ...readAs, as: 'generic', read: mappingOf(names, filled, readAs.read) });
  };
  return (
    <details className="mapping" open={head.format === 'generic' || undefined}>
      <summary>{words.mapping.title}</summary>
      {head.format === 'generic' ? (
        <form
          className="mapping-form"
          aria-describedby={`${id}-mapping`}
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <p className="note" id={`${id}-mapping`}>
            {words.mapping.intro}
          </p>
          <Roles columns={file.columns} />
          <Marks file={file} read={readAs.read} />
          {fault && (
            <p className="notice" role="alert">
              {words.mapping.faults[fault]}
            </p>
          )}
          <button type="submit">{words.mapping.read}</button>
        </form>
      ) : (
        <p className="note">{message(words.mapping.known, { generic: words.formats.generic })}</p>
      )}
    </details>
  );
}

function Roles({ columns }: { columns: Column[] }) {
  return (
    <fieldset className="fields">
      <legend>{words.mapping.columns}</legend>
      {columns.map(({ name, role }, place) => (
        <Choice
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
          key={place}
          name={`role-${place}`}
          label={message(words.mapping.columnIs, { column: name || String(place + 1) })}
          defaultValue={role}
          options={roles.map((one): [string, string] => [one, words.roles[one]])}
        />
      ))}
    </fieldset>
  );
}

type MarksProps = { file: FoundFile; read: ReadAs['read'] };

function Marks({ file, read }: MarksProps) {
  const across = read
    ? read.across !== undefined
    : !file.columns.some(({ role }) => role === 'period');
  const unit = read?.unit && 'is' in read.unit ? read.unit.is : '';
  return (
    <div className="fields">
      <Choice
        label={words.mapping.layout}
        name="layout"
        defaultValue={across ? 'across' : 'long'}
        options={[
          ['long', words.mapping.long],
          ['across', words.mapping.across],
        ]}
      />
      <TextField
        label={words.mapping.prefix}
        name="prefix"
        defaultValue={read?.across?.prefix ?? ''}
      />
      <TextField
        label={words.mapping.unit}
        name="unit"
        defaultValue={unit}
        note={words.mapping.unitNote}
      />
      <Choice
        label={words.mapping.decimal}
        name="decimal"
        defaultValue={read?.decimal ?? '.'}
        options={[
          ['.', words.mapping.point],
          [',', words.mapping.comma],
        ]}
      />
      <Choice
        label={words.mapping.group}
        name="group"
        defaultValue={read?.group ?? ''}
        options={Object.entries(words.mapping.groups)}
      />
      <Choice
        label={words.mapping.dates}
        name="dates"
        defaultValue={read?.dates ?? ''}
        options={Object.entries(words.mapping.orders)}
      />
    </div>
  );
}
