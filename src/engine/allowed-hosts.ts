/**
 * The addresses that the engine may talk to. A page's Content-Security-Policy does not bind its
 * worker, and a policy has to allow any encrypted host, because which one a custom exchange has is
 * the user's choice. Here the choice is known.
 *
 * Guarantees: scheme, host and port must all be those of Binance, Binance.US, the loopback addresses
 * with which the page was opened, or the custom exchange that the settings have chosen. What was
 * checked is what is given back to be opened, as the browser itself reads it.
 */
import { binanceUsVenue, binanceVenue, customVenue, localVenue } from '../binance/venue.ts';
import type { Venue } from '../binance/venue.ts';
import { accept, refuse } from '../domain/result.ts';
import type { Result } from '../domain/result.ts';
import type { StartOptions } from '../protocol/messages.ts';
import type { Settings } from '../protocol/settings.ts';

export interface AllowedHosts {
  /** How the page was opened. */
  setLocal(local: StartOptions['local']): void;
  /** What the user has entered, and what the page is shown of it. */
  setSettings(settings: VenueSettings): void;
  /** Resolves when the settings have been told for the first time. */
  readonly settingsTold: Promise<void>;
  /** The address to open, or the words for why it is not opened. */
  check(url: string): Result<string>;
}

export type VenueSettings = Pick<Settings, 'venue' | 'customStreamUrl' | 'customRestUrl'>;

const ALLOWED =
  'Binance, Binance.US, a local exchange in the address of the page, or the custom exchange in the settings';

export function createAllowedHosts(): AllowedHosts {
  const known = [...basesOf(binanceVenue), ...basesOf(binanceUsVenue)];
  let local: readonly string[] = [];
  let custom: readonly string[] = [];
  let tell: (() => void) | undefined;
  const settingsTold = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    settingsTold,
    setLocal(given) {
      local = given ? basesOfResult(localVenue(given.streamUrl, given.restUrl)) : [];
    },
    setSettings({ venue, customStreamUrl, customRestUrl }) {
      const isChosen = venue === 'custom';
      custom = isChosen ? basesOfResult(customVenue(customStreamUrl, customRestUrl)) : [];
      tell?.();
    },
    check(text) {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url === null) return refuse('address', text, ALLOWED);
      const base = baseOf(url);
      const isKnown = known.includes(base) || local.includes(base) || custom.includes(base);
      const hasUser = url.username !== '' || url.password !== '';
      return isKnown && !hasUser ? accept(url.href) : refuse('address', base, ALLOWED);
    },
  };
}

/** Not `URL.origin`: `blob:https://host/…` has its host's. */
function baseOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

function basesOf(venue: Venue): readonly string[] {
  return [...venue.streamEndpoints, ...venue.restEndpoints].map((url) => baseOf(new URL(url)));
}

function basesOfResult(venue: Result<Venue>): readonly string[] {
  return venue.ok ? basesOf(venue.value) : [];
}
