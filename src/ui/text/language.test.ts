import { afterEach, describe, expect, it } from 'vitest';
import { firstSpoken, language, loadPartTexts, speak } from './language.ts';
import { partText, text } from './text.ts';

describe('the language of the page', () => {
  afterEach(() => speak('en'));

  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['de-DE', 'fr'], 'fr'],
    [['en-US', 'fr'], 'en'],
    [['FR'], 'fr'],
    [['frr', 'de'], 'en'],
    [[], 'en'],
  ])('of %j it is %s', (preferred, spoken) => {
    expect(firstSpoken(preferred)).toBe(spoken);
  });

  it('is English from the start; its later parts have no texts before these were fetched', async () => {
    expect(text().app.settings).toBe('Settings');
    expect(() => partText()).toThrow('before its texts had come');
    await loadPartTexts();
    expect(partText().rules.own).toBe('Your rules');
  });

  it('changes with both kinds of texts at once', async () => {
    await loadPartTexts();
    await speak('fr');
    expect(language.value).toBe('fr');
    expect(text().app.settings).toBe('Réglages');
    expect(partText().rules.own).toBe('Vos règles');
  });

  it('is the one that was wished for last', async () => {
    await Promise.all([speak('fr'), speak('en')]);
    expect(language.value).toBe('en');
    expect(text().app.settings).toBe('Settings');
  });
});
