/**
 * Asks the package registry about known vulnerabilities of the dependencies, those of the build
 * among them. A critical one fails; a registry that does not answer is said and fails nothing.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const TIMEOUT_MS = 20_000;

/** What `npm audit --json` means: whether the dependencies may be used, and words for it. */
export function readAudit(output) {
  const report = parse(output);
  const counts = report?.metadata?.vulnerabilities;
  if (typeof counts?.critical !== 'number') {
    const reason = report?.message ?? report?.error?.summary ?? 'no report';
    return { isFit: true, words: `Not audited: the registry did not answer (${reason}).` };
  }
  const found = Object.values(report.vulnerabilities ?? {})
    .map(({ severity, name, range }) => `  ${severity}: ${name} ${range}`)
    .toSorted();
  const [title, isFit] =
    counts.critical > 0
      ? [`Packages with critical vulnerabilities that are known: ${counts.critical}`, false]
      : [
          `Audited: no critical vulnerability is known; packages with lesser ones: ${found.length}`,
          true,
        ];
  return { isFit, words: [title, ...found].join('\n') };
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0'], {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const { isFit, words } = readAudit(stdout ?? '');
  console.log(words);
  if (!isFit) process.exitCode = 1;
}
