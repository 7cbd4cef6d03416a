import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../locale.ts';

/** The way from the home page to here; the caller gives the links, the last entry is the page itself. */
export function Breadcrumb({ links, current }: { links: readonly ReactNode[]; current: ReactNode }) {
  const text = useUiText();
  return (
    <nav aria-label={text.breadcrumb}>
      <ol className="tb-breadcrumb">
        {links.map((link, index) => <li key={index}>{link}</li>)}
        <li aria-current="page"><span style={{ display: 'inline-block', paddingBlock: 'var(--tb-space-2)' }}>{current}</span></li>
      </ol>
    </nav>
  );
}

/** A heading that opens to its content. */
export function Disclosure({ title, open = false, children }: { title: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="tb-disclosure" open={open}>
      <summary>
        <span>{title}</span>
        <ChevronDown size={20} aria-hidden="true" />
      </summary>
      <div className="tb-disclosure__body">{children}</div>
    </details>
  );
}

/** Lets a keyboard user jump over the header. */
export function SkipLink({ target, children }: { target: string; children: ReactNode }) {
  return <a className="tb-skip" href={`#${target}`}>{children}</a>;
}
