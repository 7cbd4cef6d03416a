import { useState } from 'react';

/** What a form still lacks, by the id of the control, as a sentence that says what to do; nothing where it is complete. */
export type Lacks = Readonly<Record<string, string | false | undefined>>;

export interface Missing {
  /** To ask before sending: true when nothing is missing; otherwise each control says what it lacks and the first gets the cursor. */
  check: () => boolean;
  /** What a control lacks, once somebody has tried to send. */
  of: (id: string) => string | undefined;
  /** The same as properties of antd's `Form.Item`. */
  item: (id: string) => { validateStatus?: 'error'; help?: string };
}

/**
 * Lets the button of a form be pressed at any time and answers beside the controls, instead of a grey button that does not say why.
 * @param lacks in the order of the form
 */
export function useMissing(lacks: Lacks): Missing {
  const [tried, setTried] = useState(false);
  const of = (id: string): string | undefined => (tried ? lacks[id] || undefined : undefined);
  return {
    check: () => {
      const [first] = Object.keys(lacks).filter((id) => lacks[id]);
      setTried(first !== undefined);
      if (first !== undefined) document.getElementById(first)?.focus();
      return first === undefined;
    },
    of,
    item: (id) => {
      const help = of(id);
      return help === undefined ? {} : { validateStatus: 'error', help };
    },
  };
}
