/**
 * The engine and the domain speak English. Each of their set phrases has to have a French one: taken
 * from the functions that make them where they can be called, and else from the sources.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endedByUs, cutOff, refusedOrClosed } from '../../../binance/connection/link-end.ts';
import { REJECTION_KINDS } from '../../../binance/rejection.ts';
import { binanceVenue, customVenue, demoVenue, localVenue } from '../../../binance/venue.ts';
import { describeRestFailure } from '../../../binance/rest-failure.ts';
import type { RestFailure } from '../../../binance/rest-failure.ts';
import { troubleInWords } from '../../../engine/store/storage-trouble.ts';
import { HEALTH } from './health.ts';
import { allowedInFrench, fault, faultValue } from './faults.ts';
import { reason } from './reasons.ts';
import { venue } from './venues.ts';

const SRC = join(import.meta.dirname, '../../..');
const sourcesOf = (rooms: readonly string[]) =>
  rooms.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(SRC, room, path), 'utf8')),
  );
const ENGINE = sourcesOf(['engine', 'binance']);
const SOURCES = [...ENGINE, ...sourcesOf(['domain', 'protocol'])];
const UNTIL = Date.UTC(2026, 1, 3, 14, 5);
/** No-break spaces as plain ones. */
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');
/** What a template says where numbers and names have been put in. */
const filled = (literal: string) => literal.slice(1, -1).replaceAll(/\$\{[^}]*\}+/g, '7');

/** What would have been right, where it is a phrase and not a list of names. */
function allowedPhrases(): readonly string[] {
  const inCalls = /\b(?:fault|refuse)\(\s*[^;]*?,\s*('[^'\n]*'|`[^`\n]*`),?\s*\)/gs;
  const named = /\b(?:allowed|ALLOWED) =\s*('[^'\n]*'|`[^`\n]*`)/g;
  const found = SOURCES.flatMap((source) => [
    ...[...source.matchAll(inCalls)].map(([, literal]) => filled(literal ?? '')),
    ...[...source.matchAll(named)].map(([, literal]) => filled(literal ?? '')),
  ]);
  return [...new Set(found)].filter((phrase) => / /.test(phrase) && !/^\w+(, \w+)+$/.test(phrase));
}

const FAILURES: readonly RestFailure[] = [
  { type: 'timeout', afterMs: 10_000 },
  { type: 'offline' },
  { type: 'rateLimited', until: UNTIL },
  { type: 'banned', until: UNTIL },
  { type: 'geoBlocked', status: 451 },
  { type: 'serverError', status: 502 },
  { type: 'refused', status: 400, code: -1121, message: 'Invalid symbol.' },
  { type: 'refused', status: 400, code: null, message: '' },
  { type: 'badBody', rejection: { kind: 'bad-price', field: '[3][1]' } },
  { type: 'tooLarge', largest: 1_000 },
  { type: 'cancelled' },
];

describe('what would have been right', () => {
  it('is said in French wherever the engine or the domain refuses something', () => {
    const phrases = allowedPhrases();
    expect(phrases.length).toBeGreaterThan(35);
    expect(phrases.filter((phrase) => allowedInFrench(phrase) === phrase)).toEqual([]);
  });

  it('keeps the numbers and names that are in it', () => {
    expect(allowedInFrench('at most settings.maxReconnectDelayMs (1000)')).toBe(
      'au plus settings.maxReconnectDelayMs (1000)',
    );
    expect(allowedInFrench('1 to 80 visible characters')).toBe('de 1 à 80 caractères visibles');
    expect(allowedInFrench('whole numbers from 1 to 1000')).toBe('nombres entiers de 1 à 1000');
    expect(allowedInFrench('ws:// or wss:// and host, with a port or without, and no path')).toBe(
      'ws:// ou wss:// et un hôte, avec ou sans port, et sans chemin',
    );
    expect(allowedInFrench('BUY, SELL')).toBe('BUY, SELL');
  });

  it('stands beside what was given, also where that was counted', () => {
    const tooLong = {
      field: 'link',
      value: '"9000 characters"',
      allowed: 'at most 8000 characters; share it as a file',
    };
    expect(plain(fault(tooLong))).toBe(
      'link : 9000 caractères n’est pas accepté ; attendu : au plus 8000 caractères ; partagez un fichier',
    );
    expect(plain(faultValue({ ...tooLong, value: '"level 9"', allowed: 'at most 8 levels' }))).toBe(
      'le niveau 9 n’est pas accepté ; attendu : au plus 8 niveaux',
    );
  });
});

describe('what is wrong with a frame', () => {
  it('has French words, whatever it is', () => {
    const said = REJECTION_KINDS.map((kind) => HEALTH.rejectedAs(kind, 2));
    expect(said.filter((line, index) => line.includes(REJECTION_KINDS[index] ?? ''))).toEqual([]);
    expect(plain(HEALTH.rejectedAs('strange', 2))).toBe('strange : 2');
  });
});

describe('where prices come from', () => {
  it('is said in French where it is no exchange of that name', () => {
    const names = [
      demoVenue.name,
      ...[
        localVenue('ws://127.0.0.1:9080', 'http://127.0.0.1:9080'),
        customVenue('wss://example.com', 'https://example.com'),
      ].map((parsed) => (parsed.ok ? parsed.value.name : '')),
    ];
    expect(names.filter((name) => venue(name) === name)).toEqual([]);
    expect(venue(names[1] ?? '')).toBe('Plateforme locale (ws://127.0.0.1:9080)');
    expect(venue(names[2] ?? '')).toBe('Plateforme personnalisée (wss://example.com)');
    expect(venue(binanceVenue.name)).toBe('Binance');
  });
});

describe('why something failed', () => {
  it('is said in French for each failure of a request', () => {
    const said = FAILURES.map(describeRestFailure);
    expect(said.filter((words) => reason(words) === words)).toEqual([]);
    expect(plain(reason('the exchange refused: Invalid symbol.'))).toBe(
      'la plateforme a refusé : Invalid symbol.',
    );
    expect(reason(describeRestFailure({ type: 'banned', until: UNTIL }))).toBe(
      'la plateforme a banni cette adresse IP jusqu’au 2026-02-03 14:05 UTC',
    );
  });

  it('is said in French for each end of a connection', () => {
    const codes = [1000, 1001, 1006, 1008, 1009, 1011, 1012, 1013, 4000];
    const ends = [
      ...codes.map((code) => refusedOrClosed(true, code, '', 0)),
      refusedOrClosed(false, 1006, '', 0),
      cutOff(0),
      ...(['hanging', 'silent', 'asleep', 'replaced'] as const).map((kind) => endedByUs(kind, 0)),
    ];
    expect(ends.map((end) => end.reason).filter((words) => reason(words) === words)).toEqual([]);
  });

  it('keeps the words of the exchange and the code beside it', () => {
    expect(plain(reason(refusedOrClosed(true, 1008, 'Too many requests', 0).reason))).toBe(
      'la plateforme a refusé ce qui lui était envoyé (trop de messages, peut-être) : Too many requests',
    );
    expect(reason('the connection was refused, close code 1006')).toBe(
      'la connexion a été refusée, code de fermeture 1006',
    );
    expect(plain(reason('the connection was refused: go away, close code 1008'))).toBe(
      'la connexion a été refusée : go away, code de fermeture 1008',
    );
  });

  it('is said in French where this browser lacks something', () => {
    const inCalls =
      /\b(?:new Error|leadAnyway|onLost)\(\s*'([a-z][^'\n]* [^'\n]*)'|\b(?:const reason|SLOW_TO_OPEN|NO_CHANNEL|OTHER_BUILD|UNTRIED) =\s*'([^'\n]*)'|, '(the database [^'\n]*)'|[?:] '((?:the|a newer) [^'\n]*database[^'\n]*)'/g;
    const said = ENGINE.flatMap((source) =>
      [...source.matchAll(inCalls)].map(([, ...groups]) => groups.find(Boolean) ?? ''),
    );
    said.push(
      ...['QuotaExceededError', 'VersionError'].map((name) =>
        troubleInWords(new DOMException('', name)),
      ),
    );
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => reason(words) === words)).toEqual([]);
  });

  it('is left as it is where a browser says it', () => {
    expect(reason('InvalidStateError: The database connection is closing.')).toBe(
      'InvalidStateError: The database connection is closing.',
    );
    expect(reason('')).toBe('');
  });
});
