export type ArticleBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

const numbered = /^\d+\.\s+/;
const listed = /^([-*]|\d+\.)\s+/;
const boldAlone = /^\*\*([^*]+)\*\*$/;

/**
 * A pack's Markdown as far as its articles use it: headings ("# ", or bold alone in its line), lists, paragraphs. Always text,
 * never markup; emphasis is dropped. Its first heading is the fault's name, which stands above it already.
 */
export function articleBlocks(markdown: string): readonly ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let isOpen = false;
  for (const line of markdown.split('\n').map((each) => each.trim())) {
    const last = blocks.at(-1);
    const heading = line.startsWith('#') ? line.replace(/^#+\s*/, '') : boldAlone.exec(line)?.[1];
    if (line === '') isOpen = false;
    else if (heading !== undefined) {
      blocks.push({ kind: 'heading', text: plain(heading) });
      isOpen = false;
    } else if (listed.test(line)) {
      const [ordered, item] = [numbered.test(line), plain(line.replace(listed, ''))];
      if (isOpen && last?.kind === 'list' && last.ordered === ordered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
      else blocks.push({ kind: 'list', ordered, items: [item] });
      isOpen = true;
    } else if (isOpen && last?.kind === 'paragraph') {
      blocks[blocks.length - 1] = { kind: 'paragraph', text: `${last.text} ${plain(line)}` };
    } else if (isOpen && last?.kind === 'list') {
      const items = last.items.map((item, at) => (at === last.items.length - 1 ? `${item} ${plain(line)}` : item));
      blocks[blocks.length - 1] = { ...last, items };
    } else {
      blocks.push({ kind: 'paragraph', text: plain(line) });
      isOpen = true;
    }
  }
  return blocks[0]?.kind === 'heading' ? blocks.slice(1) : blocks;
}

function plain(text: string): string {
  return text.replaceAll(/\*\*|`/g, '');
}
