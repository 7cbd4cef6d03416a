import type { TemplateProblem } from '@tongban/server/src/modules/templates/contract.ts';
import { Button } from 'antd';
import { applyMend } from '../model/edit-content.ts';
import { text } from '../text.ts';
import { useEditing } from './editing.ts';

const words = text.check;

/** Leads to the text in which something is wrong. */
export function goTo(path: string | undefined): void {
  if (path === undefined) return;
  const block = path.replace(/\.(text|content|caption|each|present|title|columns\..*|rows\..*)$/, '');
  const target = document.getElementById(`text-${path}`) ?? document.getElementById(`block-${block}`)?.querySelector<HTMLElement>('[role=textbox]') ?? document.getElementById(`block-${block}`)?.querySelector('input');
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}

/** What is wrong with a template as it is written: each leads to its place, and is mended by a press where that can be done. */
export function CheckPanel() {
  const { content, problems, disabled, change } = useEditing();
  if (problems.length === 0) return <p className="template-check__fine" role="status">{words.fine}</p>;
  return (
    <div className="template-check">
      <p className="muted small">{words.lead}</p>
      <ul>
        {problems.slice(0, 100).map((problem: TemplateProblem, index) => {
          const { mend } = problem;
          return (
            <li key={index} className={`is-${problem.severity}`}>
              {problem.path === undefined ? <span>{problem.message}</span> : <button type="button" title={words.go} onClick={() => goTo(problem.path)}>{problem.message}</button>}
              {disabled || mend === undefined ? null : <Button size="small" onClick={() => change(applyMend(content, mend), `mend ${problem.code}`)}>{mend.label}</Button>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
