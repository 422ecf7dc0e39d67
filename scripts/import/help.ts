export const help = `npm run import -- FILE… [options]

Brings files to the tables of data/: a path, - for standard input, or a ZIP. Ends in a report before anything is
written. A file is told by its header, or else by --as, --table and --map.

  --table ID        the table that the file is for
  --as FORMAT       statcan, comtrade, faostat, fred, valet, owid, tidy or generic
  --map NAME|FILE   how a publisher's columns become the table's: data/imports/NAME.json, or a file
  --gone KEY        a row that may go; may be repeated; * stands for any text
  --refused ROWS    rows that may be left out: 17,20-31 or FILE:17; may be repeated
  --whole           the files are the whole table: what they do not have is gone
  --dry-run         report only
  --yes, -y         write without asking
  --wait SECONDS    for another import to end (10)
  --as-of STATE     a revision or a day (2026-11-23): what changed since; with --out FOLDER, the data as they were
  --record NOTE     add the present state, made by hand, to data/revisions.csv

Examples
  tidy       npm run import -- data-of-june/aluminium-exports.csv
  statcan    npm run import -- 12100011-eng.zip
  fred       npm run import -- EXCAUS.csv
  valet      npm run import -- FXUSDCAD.csv --as valet --map valet-usd.json
  comtrade   npm run import -- comtrade.csv --as comtrade --map comtrade-canola.json
  faostat    npm run import -- Trade_E_All_Data.csv --as faostat --map faostat-canola.json
  owid       npm run import -- ev-share.csv --as owid --map owid-ev.json
  generic    npm run import -- years-across.csv --as generic --map own-table.json
  stdin      cat july.csv | npm run --silent import -- - --table aluminium-exports --yes

Ends with 0 written, or nothing to write; 1 it failed; 2 the command was wrong; 3 rows are gone or refused and not
named; 4 not confirmed; 5 another import is running.`;
