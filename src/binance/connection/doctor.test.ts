import { describe, expect, test } from 'vitest';
import { endpointAt } from '../../testing/connection-fixture.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import type { Verdict } from './diagnose.ts';
import { createDoctor } from './doctor.ts';

describe('the doctor', () => {
  test('does not believe an answer about an outage that is over', async () => {
    let answer = (_verdict: Verdict): void => {};
    const told: Verdict[] = [];
    const doctor = createDoctor({
      clock: createFakeClock(),
      diagnose: () => new Promise((resolve) => (answer = resolve)),
      onVerdict: (verdict) => told.push(verdict),
    });
    doctor.failed(2, endpointAt('one'));
    doctor.recovered();
    answer({ kind: 'offline' });
    await settle();
    expect(doctor.verdict).toBeNull();
    expect(told).toEqual([]);
  });

  test('asks nobody where there is nobody to ask', () => {
    const doctor = createDoctor({ clock: createFakeClock(), diagnose: null, onVerdict: () => {} });
    doctor.failed(9, endpointAt('one'));
    expect(doctor.verdict).toBeNull();
  });
});
