import { useState } from 'react';
import { text } from '../text.ts';

/** Clauses of laws are shown whole; only a text as long as a regulation is folded, so that what follows it can be found. */
const longest = 800;
const beginning = 300;

/** A text that somebody wrote, its beginning alone where it is very long, and the whole at a press. */
export function LongText({ children }: { children: string }) {
  const [open, setOpen] = useState(false);
  if (children.length <= longest) return children;
  return (
    <>
      {open ? children : `${children.slice(0, beginning)}……`}{' '}
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? text.longText.fold : text.longText.unfold(children.length)}</button>
    </>
  );
}
