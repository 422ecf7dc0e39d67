import { compiledMessage } from '@/lib/message';
import { placeOf } from '@/lib/place';
import { made, type Report } from './report';

/** Checks `data/words`, the site's messages: each text must be an ICU message. */
export function checkWords(words: unknown, report: Report, root = words, path: PropertyKey[] = []) {
  if (typeof words === 'string') made(() => compiledMessage(words), report, placeOf(path, root));
  else if (Array.isArray(words))
    words.forEach((one, index) => {
      checkWords(one, report, root, [...path, index]);
    });
  else if (typeof words === 'object' && words !== null)
    for (const [key, one] of Object.entries(words)) checkWords(one, report, root, [...path, key]);
}
