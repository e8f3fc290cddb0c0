/**
 * Watches, as the exchange does, that nobody goes beyond its limits: 5 client messages a second and
 * 1,024 streams on a connection, 300 connection attempts in 5 minutes, the weight of requests within
 * any minute, and silence when it has asked for silence. What it finds is a list of sentences.
 */
export interface LimitWatch {
  readonly violations: readonly string[];
  /** The most messages that any connection sent within a second. */
  readonly busiestSecond: number;
  attempt(now: number): void;
  message(connection: object, now: number): void;
  streams(count: number, now: number): void;
  request(client: object, path: string, weight: number, now: number): void;
  /** A client has got a 429 or 418: from then on it may ask nothing until `until`. */
  askForSilence(client: object, from: number, until: number): void;
}

const MOST_MESSAGES = 5;
const MOST_ATTEMPTS = 300;
const MOST_STREAMS = 1024;
const MOST_WEIGHT = 6000;
const ATTEMPT_WINDOW_MS = 5 * 60_000;

export function createLimitWatch(): LimitWatch {
  const violations: string[] = [];
  const messages = new WeakMap<object, number[]>();
  let attempts: number[] = [];
  let requests: { readonly at: number; readonly weight: number }[] = [];
  const silences = new WeakMap<object, { readonly from: number; readonly until: number }>();
  let busiestSecond = 0;

  const violate = (now: number, words: string): void => {
    violations.push(`${new Date(now).toISOString()}: ${words}`);
  };

  return {
    violations,
    get busiestSecond() {
      return busiestSecond;
    },
    attempt(now) {
      attempts = [...attempts.filter((time) => now - time < ATTEMPT_WINDOW_MS), now];
      if (attempts.length > MOST_ATTEMPTS) violate(now, `${attempts.length} attempts in 5 minutes`);
    },
    message(connection, now) {
      const recent = (messages.get(connection) ?? []).filter((time) => now - time < 1000);
      recent.push(now);
      messages.set(connection, recent);
      busiestSecond = Math.max(busiestSecond, recent.length);
      if (recent.length > MOST_MESSAGES) violate(now, `${recent.length} messages in a second`);
    },
    streams(count, now) {
      if (count > MOST_STREAMS) violate(now, `${count} streams on one connection`);
    },
    request(client, path, weight, now) {
      requests = [...requests.filter(({ at }) => now - at < 60_000), { at: now, weight }];
      const sum = requests.reduce((total, request) => total + request.weight, 0);
      if (sum > MOST_WEIGHT) violate(now, `a weight of ${sum} within a minute`);
      const silence = silences.get(client);
      if (silence && now > silence.from && now < silence.until) {
        violate(now, `asked for ${path} in a pause`);
      }
    },
    askForSilence(client, from, until) {
      silences.set(client, { from, until });
    },
  };
}
