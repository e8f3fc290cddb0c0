import { signal } from '@preact/signals';
import type { Rule } from '../../domain/rules/rule.ts';
import type { BrokenRule } from '../../protocol/messages.ts';

export const rules = signal<readonly Rule[]>([]);

/** Stored rules that cannot be read: kept, judged by nobody. */
export const brokenRules = signal<readonly BrokenRule[]>([]);
