import site from '@/data/words/en.json';
import type { OverTime } from '@/lib/chart/input';
import { logFor, unitsFor } from '@/lib/view/allowed';
import type { Offers } from '@/lib/view/chart';
import type { View } from '@/lib/view/view';
import { yearsOf } from '@/lib/view/years';
import { Choice } from './field';

type Props = { view: View; input: OverTime; offers: Offers; setView: (view: View) => void };

/** What a reader may choose of the drawing; it follows at once. */
export function ViewChoices({ view, input, offers, setView }: Props) {
  const years = yearsOf(input.series);
  const { from = 'earliest', to = 'latest' } = view.time ?? {};
  const pick = (part: { [K in keyof View]?: View[K] | undefined }) => {
    const kept = Object.entries({ ...view, ...part }).filter(([, value]) => value !== undefined);
    setView(Object.fromEntries(kept) as View);
  };
  const setTime = (from: string, to: string) => {
    const [low, high] =
      to !== 'latest' && from !== 'earliest' && to < from ? [to, from] : [from, to];
    pick({ time: low === 'earliest' && high === 'latest' ? undefined : { from: low, to: high } });
  };
  const ends = (open: string, text: string): [string, string][] => [
    [open, text],
    ...years.map((year): [string, string] => [year, year]),
  ];
  return (
    <div className="fields">
      <Choice
        label={site.view.from}
        value={from}
        options={ends('earliest', site.view.first)}
        onChange={(value) => setTime(value, to)}
      />
      <Choice
        label={site.view.to}
        value={to}
        options={ends('latest', site.view.last)}
        onChange={(value) => setTime(from, value)}
      />
      <Choice
        label={site.view.units}
        value={view.units ?? 'lin'}
        options={unitsFor(input.kinds).map((unit) => [unit, site.units_view[unit]])}
        onChange={(units) =>
          pick({ units: units === 'lin' ? undefined : (units as View['units']) })
        }
      />
      {view.units === 'index' && (
        <Choice
          label={site.view.base}
          value={view.base ?? ''}
          options={ends('', site.view.first)}
          onChange={(base) => pick({ base: base || undefined })}
        />
      )}
      {logFor(input.kinds) && (
        <Choice
          label={site.view.scale}
          value={view.scale ?? 'linear'}
          options={Object.entries(site.scales)}
          onChange={(scale) => pick({ scale: scale === 'log' ? 'log' : undefined })}
        />
      )}
      {offers.currencies.length > 0 && (
        <Choice
          label={site.view.currency}
          value={view.currency ?? ''}
          options={[
            ['', site.view.asPrinted],
            ...offers.currencies.map((code): [string, string] => [code, code]),
          ]}
          onChange={(code) => pick({ currency: code || undefined })}
        />
      )}
      {offers.freq && (
        <Choice
          label={site.view.freq}
          value={view.freq ?? ''}
          options={[
            ['', site.view.asGiven],
            ['year', site.view.year],
          ]}
          onChange={(freq) => pick({ freq: freq === 'year' ? 'year' : undefined })}
        />
      )}
      <Choice
        label={site.view.form}
        value={view.form ?? 'line'}
        options={Object.entries(site.forms)}
        onChange={(form) => pick({ form: form === 'line' ? undefined : (form as View['form']) })}
      />
    </div>
  );
}
