import { Still } from '#still';
import words from '@/data/words/en.json';
import type { ChartInput, OverTime } from '@/lib/chart/input';
import { formatPeriod } from '@/lib/format';
import { parsePeriod } from '@/lib/table/period';
import { logFor, unitsFor } from '@/lib/view/allowed';
import type { Offers } from '@/lib/view/chart';
import type { Chosen } from '@/lib/view/chosen';
import { declinedBy } from '@/lib/view/declined';
import { UNITS } from '@/lib/view/units';
import { type View, viewHref } from '@/lib/view/view';
import { yearsOf } from '@/lib/view/years';

type Props = {
  action: string;
  chosen: Chosen;
  charts: ChartInput[];
  /** Of any series together: whether currency and yearly sums may be chosen too. */
  offers?: Offers;
};

const overTime = (charts: ChartInput[]) =>
  charts.filter((chart): chart is OverTime => chart.layout === 'over-time');

const yearsIn = (charts: ChartInput[]): string[] =>
  yearsOf(overTime(charts).flatMap(({ series }) => series));

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

/** What the form does not ask for is kept: limits, series, values of a chart's own form; or the rest of the view. */
export function Kept({ chosen, steps = false }: { chosen: Chosen; steps?: boolean }) {
  const { amount, day, step, series, hide, v, ...rest } = chosen.view;
  const other = steps ? rest : { amount, day, step };
  const kept = new URL(viewHref('/', other), 'http://localhost').searchParams;
  return (
    <>
      {Object.entries(chosen.limits).map(([number, value]) => (
        <input key={number} type="hidden" name={`r${number}`} value={value} />
      ))}
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {series && <input type="hidden" name="series" value={series.join('~')} />}
      {hide && <input type="hidden" name="hide" value={hide.join('~')} />}
      {v && <input type="hidden" name="v" value={v} />}
    </>
  );
}

/** The form folded away, where there is anything to choose. */
export function ChangeView(props: Props) {
  if (yearsIn(props.charts).length === 0) return null;
  return (
    <details className="view">
      <summary>{words.view.change}</summary>
      <ViewForm {...props} />
    </details>
  );
}

/** A plain form: the server answers with the short address of what was chosen. */
export function ViewForm({ action, chosen, charts, offers }: Props) {
  const { view } = chosen;
  const years = yearsIn(charts);
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
      <UnitsChoice view={view} charts={charts} bases={ends(words.view.first, view.base)} />
      <ScaleChoice view={view} charts={charts} />
      {offers && <WholeChoices view={view} offers={offers} />}
      <FormChoice view={view} charts={charts} whole={offers !== undefined} />
      <button type="submit">{words.view.show}</button>
    </Still>
  );
}

type ChartsProps = { view: View; charts: ChartInput[] };

/** Those that some of the charts allow. */
function UnitsChoice({ view, charts, bases }: ChartsProps & { bases: [string, string][] }) {
  const allowed = overTime(charts).flatMap(({ kinds }) => unitsFor(kinds));
  const units = UNITS.filter((one) => allowed.includes(one));
  if (units.length < 2) return null;
  return (
    <>
      <Choice
        id="units"
        label={words.view.units}
        value={view.units}
        options={units.map((unit) => [unit, words.units_view[unit]])}
      />
      {view.units === 'index' && units.includes('index') && (
        <Choice id="base" label={words.view.base} value={view.base} options={bases} />
      )}
    </>
  );
}

function ScaleChoice({ view, charts }: ChartsProps) {
  if (!overTime(charts).some(({ kinds }) => logFor(kinds))) return null;
  return (
    <Choice
      id="scale"
      label={words.view.scale}
      value={view.scale}
      options={[
        ['linear', words.scales.linear],
        ['log', words.scales.log],
      ]}
    />
  );
}

function WholeChoices({ view, offers }: { view: View; offers: Offers }) {
  return (
    <>
      {offers.currencies.length > 0 && (
        <Choice
          id="currency"
          label={words.view.currency}
          value={view.currency}
          options={[
            ['', words.view.asPrinted],
            ...offers.currencies.map((code): [string, string] => [code, code]),
          ]}
        />
      )}
      {offers.freq && (
        <Choice
          id="freq"
          label={words.view.freq}
          value={view.freq}
          options={[
            ['', words.view.asGiven],
            ['year', words.view.year],
          ]}
        />
      )}
    </>
  );
}

function FormChoice({ view, charts, whole }: ChartsProps & { whole: boolean }) {
  if (!whole && charts.every((chart) => declinedBy(chart, { form: 'bars' }).length > 0))
    return null;
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
