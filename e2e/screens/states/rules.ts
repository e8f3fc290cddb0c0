import { READY_MADE_RULES } from '../../../src/domain/rules/ready-made.ts';
import { ruleLink } from '../../../src/domain/rules/share.ts';
import { openDemo } from '../opening.ts';
import type { Stage, State } from '../state.ts';

async function openEditor(stage: Stage) {
  await openDemo(stage);
  await stage.page.getByRole('button', { name: 'Add a rule' }).click();
  const editor = stage.page.getByRole('dialog', { name: 'New rule' });
  await editor.waitFor();
  return editor;
}

export const RULE_STATES: readonly State[] = [
  { name: 'rules', part: 'rules', area: '.rules', arrange: openDemo, widths: [360] },
  {
    name: 'rules-editor',
    part: 'rules',
    area: 'dialog[open]',
    async arrange(stage) {
      const editor = await openEditor(stage);
      await editor
        .getByRole('combobox', { name: 'Start from' })
        .selectOption('RSI leaves oversold');
      await editor.getByText(/Would (not )?have fired/).waitFor();
    },
  },
  {
    name: 'rules-editor-preview',
    part: 'rules',
    area: 'dialog[open]',
    isScrolled: true,
    isFleeting: true,
    widths: [360, 768],
    async arrange(stage) {
      const editor = await openEditor(stage);
      await editor
        .getByRole('combobox', { name: 'Start from' })
        .selectOption('RSI leaves oversold');
      await editor.getByText(/Would (not )?have fired/).scrollIntoViewIfNeeded();
      await editor.getByRole('region', { name: 'Preview' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'rules-editor-tree',
    part: 'rules',
    area: 'dialog[open]',
    async arrange(stage) {
      const editor = await openEditor(stage);
      await editor.getByRole('button', { name: 'Add condition to All' }).click();
      await editor.getByRole('button', { name: 'Add group to All' }).click();
      await editor.getByRole('textbox', { name: 'Number' }).last().fill('many');
      await editor.getByRole('button', { name: 'Save rule' }).click();
    },
  },
  {
    name: 'rules-quick-alert',
    part: 'rules',
    area: '.rules',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Quick alert' }).click();
    },
  },
  {
    name: 'rules-alert-at-price',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('row', { name: /^SOLUSDT/ }).hover();
      await stage.page.getByRole('button', { name: 'Actions for SOLUSDT' }).click();
      await stage.page.getByRole('menuitem', { name: /Alert me at this price/ }).click();
    },
  },
  {
    name: 'rules-import',
    part: 'rules',
    area: 'dialog[open]',
    async arrange(stage) {
      const [model] = READY_MADE_RULES;
      const link = model && ruleLink({ ...model, id: 'from-a-friend', name: 'From a friend' });
      if (!link?.ok) throw new Error('the rule does not fit a link');
      await openDemo(stage);
      await stage.page.evaluate((hash) => (location.hash = hash), link.value);
      await stage.page.getByRole('dialog', { name: 'A rule from somebody else' }).waitFor();
    },
  },
];
