import { LockOutlined } from '@ant-design/icons';
import { elementInfo, type ElementName, type ItemElements, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';
import type { ReactNode } from 'react';
import { text } from '../text.ts';
import { ElementControl } from './ElementControl.tsx';
import { Faults } from './Faults.tsx';

interface ElementFieldProps {
  name: ElementName;
  elements: ItemElements;
  findings: readonly QualityFinding[];
  /** Laid down by a superior list. */
  locked: boolean;
  /** The version is no draft any more: the page says so above. */
  closed: boolean;
  versionId: string;
  onChange: (changes: Partial<Record<ElementName, unknown>>, part: string) => void;
  /** Remarks of reviewers on this element. */
  comments?: ReactNode;
  /** Where the reader comes to mend something. */
  at?: string | undefined;
}

/** One element: its name, its control, what the checks say of it, and beside it what its definition asks for. */
export function ElementField({ name, elements, findings, locked, closed, versionId, onChange, comments, at }: ElementFieldProps) {
  const { label, help, kind } = elementInfo[name];
  const own = findings.filter(({ path }) => path === name || path.startsWith(`${name}.`));
  // Entries show their own faults; what is said of the list as a whole stands here.
  const here = kind === 'entries' ? own.filter(({ path }) => path === name) : own;
  const worst = own.some(({ severity }) => severity === 'error') ? ' has-errors' : own.length > 0 ? ' has-warnings' : '';
  return (
    <section className={`field${kind === 'entries' ? ' is-list' : ''}${worst}`} id={`element-${name}`} data-path={name} aria-label={label}>
      <label className="field__label" htmlFor={`edit-${name}`}>
        {label}
      </label>
      <div className="field__main">
        {locked ? (
          <p className="field__lock">
            <LockOutlined /> {text.editing.locked(elements.catalogCode)}
          </p>
        ) : null}
        <ElementControl name={name} elements={elements} disabled={locked || closed} versionId={versionId} findings={own} at={at} onChange={onChange} />
        <Faults findings={here} />
        {comments}
      </div>
      <p className="field__help">{help}</p>
    </section>
  );
}
