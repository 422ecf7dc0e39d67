import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { besides, imported, withData } from './import-fixture';

/** The publisher gives the files of both languages one name: the header tells them apart. */

const english = () => readFile('fixtures/releases/77100011.csv', 'utf8');
const french = () => readFile('fixtures/releases/77100011-fr.csv', 'utf8');

const figure = '2024-05~All_countries~exports~customs, value_rtc_millions: 100.0 → 101.5';

for (const [language, text] of Object.entries({ French: french, English: english }))
  test(`the ${language} file of a table is read by the mapping kept for it`, async () => {
    await withData(async (data) => {
      const file = await besides(data, '77100011.csv', await text());
      const { out } = await imported(data, [file, '--dry-run']);
      expect(out).toContain(figure);
      expect(out).not.toContain('refused ');
    });
  });

test('what was taken away of a file under its publisher’s name is read by the mapping of its language', async () => {
  await withData(async (data) => {
    const text = `${[
      'period,commerce,base,partenaires_commerciaux,measure,unit,factor,value,status',
      '2024-05,Exportation,Douanière,Tous les pays,VALEUR,Couronnes,1000000,101.5,p',
      '2024-05,Réexportation,Douanière,Tous les pays,VALEUR,Couronnes,1000000,1,',
    ].join('\n')}\n`;
    const file = await besides(data, '77100011.csv', text);
    const { out } = await imported(data, [file, '--dry-run']);
    expect(out).toContain(figure);
    expect(out).toContain('row 3, commerce: the mapping does not say what "Réexportation" is');
  });
});

test('a French name that no mapping settles is refused, and told how to settle it', async () => {
  await withData(async (data) => {
    const text = (await french()).replace('"Douanière"', '"Base douanière"');
    const file = await besides(data, '77100011.csv', text);
    const { code, out } = await imported(data, [file, '--dry-run']);
    expect(code).toBe(3);
    expect(out).toContain(
      'row 2, Base: the mapping does not say what "Base douanière" is: name it under "where" to take it, under "leave" to pass it over',
    );
  });
});

test('records that a mapping passes over are counted by their text', async () => {
  await withData(async (data) => {
    const lines = (await english()).trimEnd().split('\n');
    const balance = lines.slice(1, 3).map((line) => line.replace('"Export"', '"Trade Balance"'));
    const file = await besides(data, '77100011.csv', `${[...lines, ...balance].join('\n')}\n`);
    const { out } = await imported(data, [file, '--dry-run']);
    expect(out).toContain('passed over by the mapping: 2 records whose Trade is "Trade Balance"');
    expect(out).toContain(figure);
    const other = await besides(
      data,
      '77100011.csv',
      `${[...lines, ...balance].join('\n').replaceAll('"Trade Balance"', '"Re-export"')}\n`,
    );
    const stopped = await imported(data, [other, '--dry-run']);
    expect(stopped.out).toContain('Trade: the mapping does not say what "Re-export" is');
  });
});
