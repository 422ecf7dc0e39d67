/** Each runs as it stands: what is no release of this week is a sample of its publisher's layout, and is not written. */
const examples = {
  tidy: 'npm run import -- data/tables/aluminium-exports.csv',
  statcan:
    'npm run import -- lib/import/samples/12100011-eng.zip --gone "2025-04~China~*" --dry-run',
  fred: 'npm run import -- lib/import/samples/EXCAUS.csv --dry-run',
  owid: 'npm run import -- lib/import/samples/electric-car-sales-share.csv --dry-run',
  valet:
    'npm run import -- lib/import/samples/valet-monthly.csv --map lib/import/samples/mappings/valet.json --dry-run',
  comtrade:
    'npm run import -- lib/import/samples/comtrade-new.csv --map lib/import/samples/mappings/comtrade.json --dry-run',
  faostat:
    'npm run import -- lib/import/samples/faostat-trade-en.csv --map lib/import/samples/mappings/faostat.json --dry-run',
  generic:
    'npm run import -- lib/import/samples/years-across.txt --map lib/import/samples/mappings/generic.json --dry-run',
  stdin:
    'cat data/tables/aluminium-exports.csv | npm run --silent import -- - --table aluminium-exports --yes',
};

const exampleLines = Object.entries(examples).map(([name, line]) => `  ${name.padEnd(9)}${line}`);

export const help = `npm run import -- FILE… [options]

Brings files to the tables of data/: a path, - for standard input, or a ZIP. Ends in a report before anything is
written. A file is told by its header, or else by --as, --table and --map.

  --table ID        the table that the file is for
  --as FORMAT       statcan, comtrade, faostat, fred, valet, owid, tidy or generic
  --map NAME|FILE   how a publisher's columns become the table's: data/imports/NAME.json, or a file
  --source ID       of data/tables/sources.csv, for rows of our tidy form, which names none
  --gone KEY        a row that may go; may be repeated; * stands for any text, of rows that a file covers
  --refused ROWS    rows that may be left out: 17,20-31 or FILE:17; may be repeated
  --refused-for WHY all rows that are refused for a reason, as the report says it: "not a number: *", or of one
                    column "VALUE: not a number: *"; * stands for any text; may be repeated
  --whole           the files are the whole table: what they do not have is gone
  --dry-run         report only
  --yes, -y         write without asking
  --wait SECONDS    for another import to end (10)
  --as-of STATE     a revision or a day (2026-11-23): what changed since; with --out FOLDER, the data as they were;
                    with --from FOLDER, a revision is kept anew from there, after a change in the shape of the data
  --record NOTE     record the present state, edited by hand, so that links to it keep working: npm run state -- NOTE

Examples
${exampleLines.join('\n')}

Ends with 0 written, or nothing to write; 1 it failed; 2 the command was wrong; 3 rows are gone or refused and not
named; 4 not confirmed; 5 another import is running.`;

export const updateHelp = `npm run update -- NAME [options]

Fetches what the publisher of a mapping in data/imports/ offers and imports it; takes --gone, --refused,
--refused-for, --whole, --dry-run, --yes and --wait of npm run import, and ends as it does. Where the publisher has
nothing newer, nothing is done.

Examples
  npm run update -- trade-by-partner
  npm run update -- ev-share --dry-run`;
