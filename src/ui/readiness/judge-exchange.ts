/** The lines about what is watched, and about the exchange as the engine has found it. */
import type { ConnectionReport } from '../../protocol/health.ts';
import type { ReadinessReport } from '../../protocol/readiness.ts';
import { formatNumber } from '../format/price.ts';
import { partText, text } from '../text/text.ts';
import { judgeAddresses } from './judge-addresses.ts';
import { stillChecking } from './judge-page.ts';
import { line } from './readiness-line.ts';
import type { ReadinessLine } from './readiness-line.ts';

export interface ExchangeFacts {
  /** Why the engine is not running; null while it runs or starts. */
  readonly engineFailure: string | null;
  /** Null until the engine has sent one. */
  readonly connection: ConnectionReport | null;
  readonly enabledRules: number;
  readonly watchedSymbols: number;
  /** Null until the engine has answered. */
  readonly report: ReadinessReport | null;
  /** The answer has not come for much longer than it takes. */
  readonly isEngineSilent: boolean;
}

/** A clock that is off by more is worth a word; by much more, it is a fault. */
const NOTED_SKEW_MS = 1000;
const FAULTY_SKEW_MS = 30_000;

export function judgeExchange(facts: ExchangeFacts): readonly ReadinessLine[] {
  const reports = reportLines(facts);
  const connection = connectionLine(facts);
  const streams = reports.find(({ id, grade }) => id === 'streams' && grade === 'problem');
  // Why nothing connects is then known better than the connection knows it.
  const isSame = streams && connection.action === 'reconnect';
  const { cause } = isSame ? streams : connection;
  return [rulesLine(facts), { ...connection, cause }, ...reports];
}

function rulesLine({ enabledRules, watchedSymbols }: ExchangeFacts): ReadinessLine {
  const words = partText().readiness.rules;
  if (enabledRules === 0) return line('rules', 'problem', words.none, 'showRules');
  if (watchedSymbols === 0) return line('rules', 'problem', words.noSymbols);
  return line('rules', 'good', words.on(enabledRules, watchedSymbols));
}

function connectionLine({ engineFailure, connection }: ExchangeFacts): ReadinessLine {
  const { connection: words } = partText().readiness;
  if (engineFailure !== null) {
    return line('connection', 'problem', words.engineFailed(engineFailure));
  }
  if (!connection) return line('connection', 'checking', words.waiting);
  const { states, meanings, outages } = text().connection;
  const { state, outage } = connection;
  const said = {
    found: states[state],
    meaning: outage === null ? meanings[state] : outages[outage],
    advice: '',
  };
  switch (state) {
    case 'CONNECTED':
      return line('connection', 'good', { ...said, meaning: meanings[state] });
    case 'DISCONNECTED':
      return line('connection', 'problem', { ...said, advice: words.adviceOff }, 'connect');
    case 'CONNECTING':
    case 'RECONNECTING':
      if (outage === null) return line('connection', 'note', said);
      return line('connection', 'problem', { ...said, advice: words.adviceError }, 'reconnect');
    case 'ERROR':
      return line('connection', 'problem', { ...said, advice: words.adviceError }, 'reconnect');
    default:
      return state satisfies never;
  }
}

function reportLines({ report, isEngineSilent }: ExchangeFacts): readonly ReadinessLine[] {
  const words = partText().readiness;
  if (report?.isDemo) return [line('exchange', 'note', words.demo)];
  if (report) {
    return [
      judgeAddresses('streams', report.endpoints),
      judgeAddresses('rest', report.endpoints),
      clockLine(report),
    ];
  }
  if (isEngineSilent) return [line('exchange', 'problem', words.engineSilent, 'checkAgain')];
  return [stillChecking('streams'), stillChecking('rest'), stillChecking('clock')];
}

/** Judged by what is certain: a slow network must not put a clock in the wrong. */
function clockLine({ clock }: ReadinessReport): ReadinessLine {
  const words = partText().readiness.clock;
  if (!clock) return line('clock', 'note', words.unknown, 'checkAgain');
  const { skewMs, errorMs } = clock;
  const shown = [formatNumber(Math.abs(skewMs), 0), formatNumber(errorMs, 0)] as const;
  const found = skewMs < 0 ? words.behind(...shown) : words.ahead(...shown);
  const certainMs = Math.abs(skewMs) - errorMs;
  if (certainMs <= NOTED_SKEW_MS) {
    return line('clock', 'good', { found, meaning: words.meaning, advice: '' });
  }
  const grade = certainMs > FAULTY_SKEW_MS ? 'problem' : 'note';
  const said = { found, meaning: words.meaningOff, advice: words.advice };
  return line('clock', grade, said, 'checkAgain');
}
