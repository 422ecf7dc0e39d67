import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react';

type Option = readonly [value: string, text: string];

/** Some of the options under a heading of their own. */
type Group = { heading: string; options: readonly Option[] };

type ChoiceProps = {
  label: string;
  name?: string;
  value?: string | undefined;
  defaultValue?: string | undefined;
  options: readonly (Option | Group)[];
  onChange?: (value: string) => void;
};

/** One of several, with its label. */
export function Choice({ label, options, onChange, ...select }: ChoiceProps) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select} onChange={({ currentTarget }) => onChange?.(currentTarget.value)}>
        {options.map(optionOf)}
      </select>
    </p>
  );
}

function optionOf(one: Option | Group): ReactNode {
  if ('heading' in one)
    return (
      <optgroup key={one.heading} label={one.heading}>
        {one.options.map(optionOf)}
      </optgroup>
    );
  const [value, text] = one;
  return (
    <option key={value} value={value}>
      {text}
    </option>
  );
}

type TextProps = { label: string; note?: string } & Omit<
  ComponentPropsWithoutRef<'input'>,
  'id' | 'aria-describedby'
>;

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
