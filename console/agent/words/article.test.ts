import { expect, it } from 'vitest';
import { articleBlocks } from './article.ts';

it('tells headings, paragraphs and lists apart, also where no empty line stands between them', () => {
  const text =
    '# C01 Card worn\n\nFlash wears out.\nThen it fails.\n\n**What shows**\n- Errors, `codes` 1\n  and 2.\n- **Slow** writes.\n\n**What to do**\n1. Format.\n2. Replace.\n\n**Hand over when**: again.';
  expect(articleBlocks(text)).toEqual([
    { kind: 'paragraph', text: 'Flash wears out. Then it fails.' },
    { kind: 'heading', text: 'What shows' },
    { kind: 'list', ordered: false, items: ['Errors, codes 1 and 2.', 'Slow writes.'] },
    { kind: 'heading', text: 'What to do' },
    { kind: 'list', ordered: true, items: ['Format.', 'Replace.'] },
    { kind: 'paragraph', text: 'Hand over when: again.' },
  ]);
});

it('keeps a first paragraph, and leaves markup as text', () => {
  expect(articleBlocks('<b>x</b> 2*3\r\n')).toEqual([{ kind: 'paragraph', text: '<b>x</b> 2*3' }]);
});
