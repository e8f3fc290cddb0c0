import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import type { BackupContents } from '../../protocol/backup.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { timeZone } from '../state/preferences.ts';
import { NOON, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { BackupControls } from './BackupControls.tsx';
import { PATIENCE_MS, backupState, exportBackup } from './backup-flow.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const CONTENTS: BackupContents = {
  rules: 12,
  alerts: 3_412,
  symbols: 1,
  exportedAt: NOON,
  customAddresses: [],
};
const IN_WORDS = '12 rules of your own or changed, 3,412 alerts, 1 symbol';

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  timeZone.value = 'utc';
  backupState.value = { type: 'idle' };
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  render(<BackupControls />);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const button = (name: string) => screen.getByRole('button', { name });
const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

/** The engine answers what it was last asked. */
async function answer(
  event:
    | Omit<Extract<EngineEvent, { type: 'dataExported' }>, 'requestId'>
    | Omit<Extract<EngineEvent, { type: 'dataImported' }>, 'requestId'>,
): Promise<void> {
  const asked = engine.sent.at(-1);
  if (asked === undefined || !('requestId' in asked)) throw new Error('nothing was asked');
  await act(() => apply({ ...event, requestId: asked.requestId } as EngineEvent));
  await settled();
}

async function choose(file: File): Promise<void> {
  fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [file] } });
  await settled();
}

const trial = { type: 'dataImported', isTrial: true } as const;

async function offer(contents: BackupContents = CONTENTS): Promise<void> {
  await choose(new File(['{}'], 'mine.json'));
  expect(engine.sent.at(-1)).toMatchObject({ type: 'importData', text: '{}', isTrial: true });
  await answer({ ...trial, contents, faults: [] });
}

describe('exporting', () => {
  it('saves what the engine answers, and says what it is', async () => {
    const saved: string[][] = [];
    void exportBackup((...file) => saved.push(file));
    await settled();
    expect(screen.getByRole('status').textContent).toBe('Collecting everything…');
    expect(button('Export to a file').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Export to a file'));
    expect(engine.sent.filter(({ type }) => type === 'exportData')).toHaveLength(1);
    await answer({
      type: 'dataExported',
      text: 'everything',
      contents: CONTENTS,
      leftOut: 0,
      isWhole: true,
    });
    expect(saved).toEqual([['tocsin-2025-11-22.json', 'everything']]);
    expect(screen.getByRole('status').textContent).toBe(
      `tocsin-2025-11-22.json was made: ${IN_WORDS}.`,
    );
  });

  it('says what is missing in the file', async () => {
    void exportBackup(() => undefined);
    await settled();
    await answer({
      type: 'dataExported',
      text: '',
      contents: CONTENTS,
      leftOut: 1_200,
      isWhole: false,
    });
    const said = screen.getByRole('status').textContent;
    expect(said).toContain('The 1,200 oldest alerts did not fit and are not in it.');
    expect(said).toContain('could not be read and is not in it.');
  });

  it('hands the browser a file', async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      clicked.push(this.download);
    });
    fireEvent.click(button('Export to a file'));
    await settled();
    await answer({
      type: 'dataExported',
      text: 'everything',
      contents: CONTENTS,
      leftOut: 0,
      isWhole: true,
    });
    expect(clicked).toEqual(['tocsin-2025-11-22.json']);
  });
});

describe('importing', () => {
  it('shows what the file holds, and changes nothing before the user says yes', async () => {
    await offer();
    const group = screen.getByRole('group', { name: 'Import mine.json?' });
    expect(document.activeElement).toBe(group);
    expect(group.textContent).toContain(IN_WORDS);
    expect(group.textContent).toContain('Exported 22 Nov 2025, 14:00:00');
    expect(engine.sent.filter(({ type }) => type === 'importData')).toHaveLength(1);
    fireEvent.click(button('Import'));
    await settled();
    expect(engine.sent.at(-1)).toMatchObject({ type: 'importData', text: '{}', isTrial: false });
    expect(screen.getByRole('status').textContent).toBe('Importing…');
    await answer({ type: 'dataImported', isTrial: false, contents: CONTENTS, faults: [] });
    expect(screen.getByRole('status').textContent).toBe(`Imported: ${IN_WORDS}.`);
    expect(screen.queryByRole('group', { name: 'Import mine.json?' })).toBeNull();
  });

  it('is called off', async () => {
    await offer();
    fireEvent.click(button('Cancel'));
    expect(screen.queryByRole('group', { name: 'Import mine.json?' })).toBeNull();
    expect(document.activeElement).toBe(button('Import from a file…'));
    expect(engine.sent.filter(({ type }) => type === 'importData')).toHaveLength(1);
  });

  it('warns of an exchange that is not one of the known ones', async () => {
    await offer({ ...CONTENTS, customAddresses: ['wss://evil.example', 'https://evil.example'] });
    expect(screen.getByRole('group', { name: 'Import mine.json?' }).textContent).toContain(
      'will then connect: wss://evil.example, https://evil.example',
    );
  });

  it('of a damaged file names each fault', async () => {
    await choose(new File(['{'], 'damaged.json'));
    const faults = [
      { field: 'alerts[3].price', value: '"-1"', allowed: 'a decimal number above zero' },
      { field: 'settings.historySize', value: '3', allowed: '10 to 10000 alerts, whole' },
    ];
    await answer({ ...trial, contents: null, faults });
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('nothing was changed');
    expect(said).toContain(
      'alerts[3].price: "-1" is refused; allowed: a decimal number above zero',
    );
    expect(said).toContain('settings.historySize');
    expect(button('Export to a file').getAttribute('aria-disabled')).toBe('false');
  });

  it('of a file that is too large asks nobody', async () => {
    const large = new File(['x'], 'large.json');
    Object.defineProperty(large, 'size', { value: LARGEST_BACKUP_BYTES + 1 });
    const asked = engine.sent.length;
    await choose(large);
    expect(screen.getByRole('alert').textContent).toBe(
      'The file is too large: 65 MB. At most 64 MB can be imported.',
    );
    expect(engine.sent).toHaveLength(asked);
  });

  it('of a file that is gone says so', async () => {
    const gone = new File(['x'], 'gone.json');
    gone.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await choose(gone);
    expect(screen.getByRole('alert').textContent).toContain('The file could not be read:');
  });

  it('is given up where the engine never answers, and can be tried again', async () => {
    vi.useFakeTimers();
    void exportBackup(() => undefined);
    await act(() => void vi.advanceTimersByTime(PATIENCE_MS));
    expect(screen.getByRole('alert').textContent).toContain('has not answered');
    expect(button('Import from a file…').getAttribute('aria-disabled')).toBe('false');
  });
});
