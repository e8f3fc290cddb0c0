import { signal } from '@preact/signals';
import type { Rule } from '../../domain/rules/rule.ts';

export const rules = signal<readonly Rule[]>([]);
