import { afterEach, describe, expect, it, vi } from 'vitest';
import { languageChoice } from '../state/preferences.ts';
import { language } from '../text/language.ts';
import { text } from '../text/text.ts';
import { followLanguage } from './follow-language.ts';

describe('the language of the page', () => {
  afterEach(async () => {
    languageChoice.value = 'en';
    const { isShown, end } = followLanguage(document.documentElement, []);
    await isShown;
    end();
    languageChoice.value = 'browser';
  });

  it('is what the browser asks for until another is chosen, and the document says which', async () => {
    const { isShown, end } = followLanguage(document.documentElement, ['fr-BE', 'en']);
    await isShown;
    expect(document.documentElement.lang).toBe('fr');
    expect(text().app.settings).toBe('Réglages');

    languageChoice.value = 'en';
    await vi.waitUntil(() => language.value === 'en');
    expect(document.documentElement.lang).toBe('en');
    expect(text().app.settings).toBe('Settings');
    end();
  });

  it('is what the app is installed in', async () => {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.setAttribute('href', './manifest.webmanifest');
    document.head.append(link);
    const { isShown, end } = followLanguage(document.documentElement, ['fr']);
    await isShown;
    expect(link.getAttribute('href')).toBe('./manifest.fr.webmanifest');
    languageChoice.value = 'en';
    await vi.waitUntil(() => language.value === 'en');
    expect(link.getAttribute('href')).toBe('./manifest.webmanifest');
    end();
    link.remove();
  });
});
