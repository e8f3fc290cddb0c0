import { describe, expect, it } from 'vitest';
import { readAudit } from './audit.mjs';

/** As `npm audit --json` (npm 11) answers. */
function report(severity: 'critical' | 'high' | null): string {
  const counts = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 };
  if (severity === null) return answer({}, counts);
  const found = { name: 'ws', severity, isDirect: true, range: '8.0.0 - 8.17.0' };
  return answer({ ws: found }, { ...counts, [severity]: 1, total: 1 });
}

function answer(vulnerabilities: object, counts: object): string {
  const metadata = { vulnerabilities: counts };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata });
}

describe('the audit of dependencies', () => {
  it('fails on a known critical vulnerability, and names it', () => {
    const { isFit, words } = readAudit(report('critical'));
    expect(isFit).toBe(false);
    expect(words).toContain('critical: ws 8.0.0 - 8.17.0');
  });

  it('names a lesser one and does not fail', () => {
    const { isFit, words } = readAudit(report('high'));
    expect(isFit).toBe(true);
    expect(words).toContain('high: ws');
  });

  it('says that nothing is known', () => {
    expect(readAudit(report(null)).words).toContain('no critical vulnerability is known');
  });

  it.each([
    ['nothing, when the time is up', ''],
    ['half an answer', report('critical').slice(0, 40)],
    ['a page of a proxy', '<html>'],
    ['null', 'null'],
    ['a refusal', '{"message":"405 Method Not Allowed","statusCode":405}'],
    ['an error', '{"error":{"code":"ENOAUDIT","summary":"no audit endpoint"}}'],
  ])('says so and does not fail when the registry gives %s', (_fact, output) => {
    const { isFit, words } = readAudit(output);
    expect(isFit).toBe(true);
    expect(words).toContain('did not answer');
  });
});
