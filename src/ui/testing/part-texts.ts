/** Tests draw parts of the page without `Lazy`, so their texts are fetched before. */
import { loadPartTexts } from '../text/language.ts';

await loadPartTexts();
