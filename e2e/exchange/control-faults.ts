import type { Command } from './control-server.ts';
import type { Fields } from './control-fields.ts';
import type { Exchange } from './exchange.ts';
import type { RestFault } from './rest-faults.ts';

const MANY = 1_000_000;
const HOUR = 3_600_000;

function times(fields: Fields): { readonly times?: number } {
  const value = fields.optionalInteger('times', 1, MANY);
  return value === undefined ? {} : { times: value };
}

/** The fields of `rest`, by its `kind`. */
function restFault(fields: Fields): RestFault {
  const kind = fields.oneOf('kind', [
    'status',
    'hang',
    'delay',
    'truncate',
    'body',
    'dropRows',
    'reverseRows',
  ]);
  switch (kind) {
    case 'status': {
      const retryAfterSeconds = fields.optionalInteger('retryAfterSeconds', 0, HOUR);
      return {
        kind,
        status: fields.integer('status', 200, 599),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        cors: fields.flag('cors', true),
        exposesRetryAfter: fields.flag('exposesRetryAfter', false),
      };
    }
    case 'delay':
      return { kind, ms: fields.integer('ms', 0, HOUR) };
    case 'truncate':
      return { kind, isCut: fields.flag('isCut', false) };
    case 'body':
      return { kind, text: fields.text('text') };
    case 'dropRows':
      return { kind, rows: fields.integers('rows') };
    case 'hang':
    case 'reverseRows':
      return { kind };
    default:
      return kind satisfies never;
  }
}

/** The commands that break something, by name. Each reads its fields, and returns what to do. */
export function faultCommands({ faults, resetStats }: Exchange): Record<string, Command> {
  return {
    closeAll(fields) {
      const code = fields.optionalInteger('code', 1000, 4999);
      const reason = fields.optionalText('reason');
      return () => faults.closeAll(code, reason);
    },
    terminateAll: () => () => faults.terminateAll(),
    stall(fields) {
      const includesNew = fields.flag('includesNew', false);
      const isDeaf = fields.flag('isDeaf', false);
      return () => faults.stall({ includesNew, isDeaf });
    },
    unstall: () => () => faults.unstall(),
    silence(fields) {
      const streams = fields.texts('streams');
      return () => faults.silence(streams);
    },
    unsilence: () => () => faults.unsilence(),
    refuseUpgrades(fields) {
      const status = fields.integer('status', 400, 599);
      const options = times(fields);
      return () => faults.upgrades.refuse(status, options);
    },
    hangUpgrades(fields) {
      const options = times(fields);
      return () => faults.upgrades.hang(options);
    },
    acceptUpgrades: () => () => faults.upgrades.clear(),
    ignoreSubscribe(fields) {
      const options = { ...times(fields), isEffective: fields.flag('isEffective', false) };
      return () => faults.replies.ignore(options);
    },
    failSubscribe(fields) {
      const code = fields.optionalInteger('code', -10_000, 10_000);
      const msg = fields.optionalText('msg');
      const options = {
        ...times(fields),
        ...(code === undefined ? {} : { code }),
        ...(msg === undefined ? {} : { msg }),
        withId: fields.flag('withId', true),
      };
      return () => faults.replies.error(options);
    },
    acceptSubscribe: () => () => faults.replies.clear(),
    rest(fields) {
      const match = fields.optionalText('match');
      const options = { ...times(fields), ...(match === undefined ? {} : { match }) };
      const fault = restFault(fields);
      return () => faults.rest.add(fault, options);
    },
    clearRest: () => () => faults.rest.clear(),
    sendRaw(fields) {
      const text = fields.text('text');
      const stream = fields.optionalText('stream');
      return () => faults.sendRaw(text, stream);
    },
    sendPayload(fields) {
      const stream = fields.text('stream');
      const payload = fields.text('payload');
      return () => faults.sendPayload(stream, payload);
    },
    sendTruncated(fields) {
      const stream = fields.text('stream');
      return () => faults.sendTruncated(stream);
    },
    repeatLast(fields) {
      const stream = fields.text('stream');
      return () => faults.repeatLast(stream);
    },
    sendOlder(fields) {
      const stream = fields.text('stream');
      const back = fields.optionalInteger('back', 1, 15);
      return () => faults.sendOlder(stream, back);
    },
    serverShutdown: () => () => faults.serverShutdown(),
    clear: () => () => faults.clear(),
    resetStats: () => () => resetStats(),
  };
}
