/**
 * Advance widths of Inter in thousandths of an em, a digit at its tabular width, in the order of `CHARACTERS`.
 * Read with fontkit from @fontsource-variable/inter 5.3.0 (latin and latin-ext, wght axis at 400 and 600);
 * Chromium measures the same. Kerning is left out: it changes a label by less than a pixel.
 */
const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ–—‘’“”„•…′″€™−ŁłŒœŠšŽžĆćČčĘęĄąŃńŚśŻżŹźŞşĞğİıŌōŪū';

const ADVANCES = {
  400: [
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 648, 648, 648,
    648, 648, 648, 648, 648, 648, 648, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
    590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
    679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
    242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
    281, 288, 571, 611, 725, 550, 270, 568, 591, 914, 454, 583, 662, 666, 478, 456, 662, 442, 446,
    323, 586, 603, 288, 268, 304, 482, 583, 802, 847, 882, 511, 690, 690, 690, 690, 690, 690, 994,
    730, 601, 601, 601, 601, 269, 269, 269, 269, 735, 753, 765, 765, 765, 765, 765, 662, 765, 744,
    744, 744, 744, 679, 636, 616, 562, 562, 562, 562, 562, 562, 917, 571, 583, 583, 583, 583, 242,
    242, 242, 242, 583, 591, 600, 600, 600, 600, 600, 662, 600, 591, 591, 591, 591, 562, 612, 562,
    500, 1000, 261, 261, 440, 440, 421, 562, 864, 223, 442, 667, 611, 662, 595, 242, 1005, 1000,
    642, 528, 629, 552, 730, 571, 730, 571, 601, 583, 690, 562, 753, 591, 642, 528, 629, 552, 629,
    552, 642, 528, 746, 613, 269, 242, 765, 600, 744, 591,
  ],
  600: [
    252, 321, 523, 644, 650, 1004, 662, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 647, 647,
    647, 666, 647, 647, 647, 647, 647, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605,
    588, 749, 746, 277, 580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720,
    714, 652, 373, 379, 373, 482, 469, 351, 574, 624, 583, 624, 591, 389, 626, 612, 262, 262, 570,
    262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 589, 566, 455, 359, 455, 673,
    252, 321, 583, 629, 749, 564, 316, 568, 612, 914, 460, 634, 673, 664, 452, 458, 673, 454, 463,
    351, 614, 600, 319, 332, 324, 487, 634, 831, 870, 907, 543, 728, 728, 728, 728, 728, 728, 1013,
    737, 605, 605, 605, 605, 277, 277, 277, 277, 752, 759, 769, 769, 769, 769, 769, 673, 769, 736,
    736, 736, 736, 714, 658, 644, 574, 574, 574, 574, 574, 574, 913, 583, 591, 591, 591, 591, 262,
    262, 262, 262, 594, 612, 609, 609, 609, 609, 609, 673, 609, 612, 612, 612, 612, 589, 624, 589,
    500, 1000, 294, 294, 507, 501, 480, 503, 956, 257, 512, 679, 630, 673, 602, 262, 1013, 992, 650,
    549, 652, 566, 737, 583, 737, 583, 605, 591, 728, 574, 759, 612, 650, 549, 652, 566, 652, 566,
    650, 549, 749, 626, 277, 262, 769, 609, 736, 612,
  ],
};

export type Weight = 400 | 600;

/** Inter's ascender and descender: the box that a browser reports for a line of text. */
export const ASCENT = 0.97;
export const DESCENT = 0.25;

const indexOf = new Map([...CHARACTERS].map((character, index) => [character, index]));

/** A character outside the table counts as a wide one, so that a label never turns out longer than thought. */
const UNKNOWN = 1000;

/** How wide a line of text is, in the units of its font size. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const advances = ADVANCES[weight];
  let sum = 0;
  for (const character of text) sum += advances[indexOf.get(character) ?? -1] ?? UNKNOWN;
  return (sum * size) / 1000;
}

/** Words, each with a dot that stands after it: a line may end in one, none begins with it. */
export const wordsOf = (text: string): string[] => text.split(/ (?!·)/);

/** Breaks text at spaces into lines no wider than `width`; a longer word keeps a line of its own. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: Weight = 400,
): string[] {
  const lines: string[] = [];
  for (const word of wordsOf(text)) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, weight) <= width)
      lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
