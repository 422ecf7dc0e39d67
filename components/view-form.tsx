import { Still } from '#still';
import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { parsePeriod } from '@/lib/table/period';
import type { Chosen } from '@/lib/view/chosen';
import { unusedOf } from '@/lib/view/unused';
import { CURRENCIES, UNITS, type View } from '@/lib/view/view';
import { yearsOf } from '@/lib/view/years';

type Props = {
  action: string;
  chosen: Chosen;
  charts: ChartInput[];
  /** Whether currency, yearly sums and the form of drawing may be chosen too. */
  whole?: boolean;
};

/** The years to choose from; and the period of the address where it is none of them, so that the form keeps it. */
function endsOf(years: string[], open: string, period?: string): [string, string][] {
  const other = period !== undefined && !years.includes(period);
  return [
    ['', open],
    ...(other ? [[period, formatPeriod(parsePeriod(period))] as [string, string]] : []),
    ...years.map((year): [string, string] => [year, year]),
  ];
}

type FieldProps = {
  id: string;
  label: string;
  value: string | undefined;
  options: [value: string, text: string][];
};

function Choice({ id, label, value, options }: FieldProps) {
  return (
    <p>
      <label htmlFor={`view-${id}`}>{label}</label>
      {/* Made anew when the view is another one: a choice once made by hand ignores its default. */}
      <select key={value} id={`view-${id}`} name={id} defaultValue={value ?? ''}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What the form does not ask for is kept: limits, series, words. */
function Kept({ chosen }: { chosen: Chosen }) {
  const { series, hide, v } = chosen.view;
  return (
    <>
      {Object.entries(chosen.limits).map(([number, value]) => (
        <input key={number} type="hidden" name={`r${number}`} value={value} />
      ))}
      {series && <input type="hidden" name="series" value={series.join('~')} />}
      {hide && <input type="hidden" name="hide" value={hide.join('~')} />}
      {v && <input type="hidden" name="v" value={v} />}
    </>
  );
}

/** A plain form: the server answers with the short address of what was chosen. */
export function ViewForm({ action, chosen, charts, whole = false }: Props) {
  const { view } = chosen;
  const years = yearsOf(
    charts.flatMap((chart) => (chart.layout === 'over-time' ? chart.series : [])),
  );
  if (years.length === 0 && !whole) return null;
  const ends = (open: string, period?: string) => endsOf(years, open, period);
  const from = view.time && view.time.from !== 'earliest' ? view.time.from : undefined;
  const to = view.time && view.time.to !== 'latest' ? view.time.to : undefined;
  return (
    <Still as="form" className="view-form" action={action} method="get">
      <Kept chosen={chosen} />
      <Choice
        id="from"
        label={words.view.from}
        value={from}
        options={ends(words.view.first, from)}
      />
      <Choice id="to" label={words.view.to} value={to} options={ends(words.view.last, to)} />
      <Choice
        id="units"
        label={words.view.units}
        value={view.units}
        options={UNITS.map((unit) => [unit, words.units_view[unit]])}
      />
      {view.units === 'index' && (
        <Choice
          id="base"
          label={words.view.base}
          value={view.base}
          options={ends(words.view.first, view.base)}
        />
      )}
      <Choice
        id="scale"
        label={words.view.scale}
        value={view.scale}
        options={[
          ['linear', words.scales.linear],
          ['log', words.scales.log],
        ]}
      />
      {whole && <WholeChoices chosen={chosen} />}
      <FormChoice view={view} charts={charts} whole={whole} />
      <button type="submit">{words.view.show}</button>
    </Still>
  );
}

function WholeChoices({ chosen: { view } }: { chosen: Chosen }) {
  return (
    <>
      <Choice
        id="currency"
        label={words.view.currency}
        value={view.currency}
        options={[
          ['', words.view.asPrinted],
          ...CURRENCIES.map((code): [string, string] => [code, code]),
        ]}
      />
      <Choice
        id="freq"
        label={words.view.freq}
        value={view.freq}
        options={[
          ['', words.view.asGiven],
          ['year', words.view.year],
        ]}
      />
    </>
  );
}

type FormProps = { view: View; charts: ChartInput[]; whole: boolean };

function FormChoice({ view, charts, whole }: FormProps) {
  if (!whole && unusedOf({ form: 'bars' }, charts).length > 0) return null;
  const forms = ['line', 'bars', 'points', ...(whole ? (['multiples'] as const) : [])] as const;
  return (
    <Choice
      id="form"
      label={words.view.form}
      value={view.form}
      options={forms.map((form) => [form, words.forms[form]])}
    />
  );
}
