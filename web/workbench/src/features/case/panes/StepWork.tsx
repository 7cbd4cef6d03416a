import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { StepCheck, StepWork as Work } from '@tongban/server/src/modules/cases/steps.contract.ts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Explanation } from '../../../shared/decisions/Explanation.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { StepFormDrawer } from '../steps/StepFormDrawer.tsx';
import { text } from '../text.ts';

const words = text.steps;

/** What the step in hand asks for: its form and what the rules say of it; and what earlier steps brought. */
export function StepWork({ view, work, onSaved }: { view: CaseView; work: Work | undefined; onSaved: () => void }) {
  const [open, setOpen] = useState<string>();
  if (work === undefined || (work.own === null && work.forms.length === 0 && work.checks.length === 0)) return null;
  const { own, forms } = work;
  const told = own?.checks ?? [];
  const before = work.checks.filter(({ at }) => !told.some((check) => check.at !== null && check.at === at));
  const opened = own?.form?.key === open ? own?.form : forms.find(({ key }) => key === open);
  return (
    <section className="step-work" aria-label={words.title}>
      <h2 className="side__title">{words.title}{own === null ? null : <span className="muted small">{own.name}</span>}</h2>
      {told.map((check, index) => <Check key={index} check={check} />)}
      {own?.form ? (
        <p className="step-work__form">
          <span>{own.form.name}<br /><span className="muted small">{own.form.saved === null ? words.unsaved : words.saved(formatMoment(own.form.saved.at), own.form.saved.byName)}</span></span>
          <Button size="small" type={own.form.saved === null ? 'primary' : 'default'} onClick={() => setOpen(own.form?.key)}>{own.form.writable.length > 0 ? words.fill : words.read}</Button>
        </p>
      ) : null}
      {forms.map((form) => (
        <p key={form.key} className="step-work__form">
          <span>{form.name}<br /><span className="muted small">{form.saved === null ? '' : words.savedAt(form.saved.stepName, formatMoment(form.saved.at), form.saved.byName)}</span></span>
          <Button size="small" onClick={() => setOpen(form.key)}>{words.read}</Button>
        </p>
      ))}
      {before.length > 0 ? <Earlier checks={before} /> : null}
      {opened ? <StepFormDrawer key={opened.key} view={view} form={opened} taskId={own?.form?.key === opened.key ? own.taskId : undefined} onClose={() => setOpen(undefined)} onSaved={onSaved} /> : null}
    </section>
  );
}

/** How pressing a check is, in colour and words. */
function standingOf({ effect, applies, failed }: StepCheck): 'error' | 'warning' | 'info' | 'success' {
  if (failed) return effect === 'block' ? 'error' : 'warning';
  if (effect === 'outcome') return 'info';
  return applies ? (effect === 'block' ? 'error' : 'warning') : 'success';
}

function sayingOf({ effect, applies, failed, message, result }: StepCheck): string {
  if (failed) return message;
  if (effect === 'outcome') return words.proposes(applies, result ?? '');
  if (!applies) return words.passes(result ?? '');
  return effect === 'block' ? words.blocks(message) : message;
}

function Check({ check }: { check: StepCheck }) {
  const [open, setOpen] = useState(false);
  const { ruleSetName, versionNumber, explanation } = check;
  return (
    <div className="step-work__check">
      <Alert type={standingOf(check)} showIcon title={sayingOf(check)} />
      <p className="muted small">
        {words.basis(ruleSetName, versionNumber)}{check.at === null ? `　${words.live}` : ''}
        {explanation.length > 0 ? <>　<button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen((before) => !before)}>{open ? words.less : words.why}</button></> : null}
      </p>
      {open ? <Explanation explanation={explanation} /> : null}
    </div>
  );
}

/** What rules said at steps that are done. */
function Earlier({ checks }: { checks: readonly StepCheck[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button small" aria-expanded={open} onClick={() => setOpen((before) => !before)}>{open ? words.less : words.earlier(checks.length)}</button>
      {open ? checks.map((check, index) => <div key={index}><p className="small"><b>{check.stepName}</b>　<span className="muted">{check.at === null ? '' : formatMoment(check.at)}</span></p><Check check={check} /></div>) : null}
    </>
  );
}
