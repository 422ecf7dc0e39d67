import { useId } from 'react';

type Option = readonly [value: string, text: string];

type ChoiceProps = {
  label: string;
  name?: string;
  value?: string | undefined;
  defaultValue?: string | undefined;
  options: readonly Option[];
  onChange?: (value: string) => void;
};

/** One of several, with its label. */
export function Choice({ label, options, onChange, ...select }: ChoiceProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select} onChange={({ currentTarget }) => onChange?.(currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

type TextProps = { label: string; name: string; defaultValue: string; note?: string };

export function TextField({ label, note, ...input }: TextProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} aria-describedby={note ? `${id}-note` : undefined} />
      {note && (
        <span id={`${id}-note`} className="note">
          {note}
        </span>
      )}
    </p>
  );
}
