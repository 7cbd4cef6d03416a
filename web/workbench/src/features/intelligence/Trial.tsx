import type { ResponseOf } from '@tongban/contract-kit';
import { checkWording, classifyText, findIndicator } from '@tongban/server/src/modules/intelligence/contract.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.trial;

/** A text to be understood, and a figure of the city to be asked for. */
export function Trial() {
  return <div className="engines"><TextTrial /><IndicatorTrial /></div>;
}

function TextTrial() {
  const [typed, setTyped] = useState('');
  const [meant, setMeant] = useState<ResponseOf<typeof classifyText>>();
  const [wording, setWording] = useState<ResponseOf<typeof checkWording>>();
  const classify = useAction(classifyText);
  const check = useAction(checkWording);
  const given = typed.trim();
  const missing = useMissing({ 'trial-text': given === '' && words.need });
  return (
    <section className="frame engine" aria-label={text.labels.nlp}>
      <h2>{text.labels.nlp}</h2>
      <label htmlFor="trial-text">{words.text}</label>
      <Input.TextArea id="trial-text" rows={4} maxLength={2_000} showCount value={typed} placeholder={words.textHint} onChange={({ target }) => setTyped(target.value)} />
      <Lack text={missing.of('trial-text')} />
      <p className="faint small">{words.discreet}</p>
      <div className="engine__buttons">
        <Button type="primary" loading={classify.busy} onClick={() => { if (missing.check()) void classify.run({ body: { text: given } }, setMeant); }}>{words.classify}</Button>
        <Button loading={check.busy} onClick={() => { if (missing.check()) void check.run({ body: { text: given } }, setWording); }}>{words.wording}</Button>
      </div>
      <ProblemAlert problem={classify.problem ?? check.problem} onClose={() => { classify.clear(); check.clear(); }} />
      {meant ? (
        <div role="status">
          <h3 className="section-title">{words.items}　<span className="faint small">{words.by[meant.by]}</span></h3>
          {meant.items.length === 0 ? <p className="muted">{words.noItem}</p> : <ul>{meant.items.map(({ itemId, name, departmentName }) => <li key={itemId}>{name}　<span className="faint small">{departmentName}</span></li>)}</ul>}
        </div>
      ) : null}
      {wording ? (
        <div role="status">
          <h3 className="section-title">{words.findings}</h3>
          {wording.findings.length === 0 ? <p className="muted">{words.noFinding}</p> : <ul>{wording.findings.map(({ at, problem, suggestion }) => <li key={`${at} ${problem}`}>{words.suggest(problem, suggestion)}</li>)}</ul>}
        </div>
      ) : null}
    </section>
  );
}

function IndicatorTrial() {
  const [code, setCode] = useState('');
  const [found, setFound] = useState<ResponseOf<typeof findIndicator>>();
  const find = useAction(findIndicator);
  const missing = useMissing({ 'trial-code': !/^[\w.-]{1,60}$/.test(code) && words.needCode });
  const send = () => {
    setFound(undefined);
    if (missing.check()) void find.run({ params: { code } }, setFound);
  };
  return (
    <section className="frame engine" aria-label={text.labels['city-brain']}>
      <h2>{text.labels['city-brain']}</h2>
      <label htmlFor="trial-code">{words.indicator}</label>
      <Input id="trial-code" maxLength={60} value={code} placeholder={words.indicatorHint} onChange={({ target }) => setCode(target.value.trim())} onPressEnter={send} />
      <Lack text={missing.of('trial-code')} />
      <div className="engine__buttons"><Button type="primary" loading={find.busy} onClick={send}>{words.find}</Button></div>
      <ProblemAlert problem={find.problem} onClose={find.clear} />
      {found ? <p role="status">{words.value(found.name, found.value.toLocaleString('zh-CN'), found.unit, formatDateTime(found.at))}</p> : null}
    </section>
  );
}
