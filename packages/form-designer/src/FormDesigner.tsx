import type { FormAnswers, FormDefinition } from '@tongban/form-model';
import { Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { Canvas, InsertMenu } from './Canvas.tsx';
import { useDesigning } from './designing.ts';
import { focusCard } from './focus.ts';
import { Outline } from './Outline.tsx';
import { Palette } from './Palette.tsx';
import { PaperPane } from './PaperPane.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { Problems } from './Problems.tsx';
import { type DesignerHost, DesignerHostProvider } from './properties/host.ts';
import { PropertiesPanel } from './properties/PropertiesPanel.tsx';

export interface FormDesignerProps extends DesignerHost {
  /** Of the right shape; whether it can be used is what the designer shows. */
  readonly definition: FormDefinition;
  /** `part` names what is changed: going on in it is one step to undo. */
  readonly onChange: (definition: FormDefinition, part: string) => void;
  readonly readOnly: boolean;
  /** The form filled in as an example, to begin a preview with. */
  readonly sample?: FormAnswers;
  readonly onSample?: (answers: FormAnswers) => void;
  /** Tabs of the host beside design, paper and preview. */
  readonly tabs?: readonly { readonly key: string; readonly label: ReactNode; readonly children: ReactNode }[];
  readonly tab?: string;
  readonly onTab?: (tab: string) => void;
}

/** Designs a form: fields and their properties by drag or by keys, the paper it prints as, and what it looks like filled in (FRM-01 … FRM-04). */
export function FormDesigner({ definition, onChange, readOnly, sample, onSample, tabs = [], tab, onTab, environment, dictionaries, dataElements, questions, fixedIds, library }: FormDesignerProps) {
  const designing = useDesigning({ definition, readOnly, onChange });
  const [own, setOwn] = useState('design');
  const [device, setDevice] = useState<'pc' | 'phone' | 'kiosk' | 'paper'>('pc');
  const [answers, setAnswers] = useState<FormAnswers>(sample ?? {});
  const wrong = designing.problems.length;
  return (
    <DesignerHostProvider value={{ environment, dictionaries, dataElements, questions, fixedIds, library }}>
      <Tabs
        className="fd" activeKey={tab ?? own} onChange={onTab ?? setOwn} destroyOnHidden
        items={[
          { key: 'design', label: <>设计{wrong > 0 ? <span className="fd-count">{wrong}</span> : null}</>, children: <DesignPane designing={designing} /> },
          { key: 'paper', label: '纸面', children: <PaperPane designing={designing} /> },
          { key: 'preview', label: '预览', children: <PreviewPane designing={designing} device={device} onDevice={setDevice} answers={answers} onAnswers={setAnswers} onSample={onSample} /> },
          ...tabs,
        ]}
      />
    </DesignerHostProvider>
  );
}

function DesignPane({ designing }: { readonly designing: ReturnType<typeof useDesigning> }) {
  return (
    <div className="fd-design">
      <aside className="fd-left">
        {designing.readOnly ? null : <details open><summary>控件</summary><Palette designing={designing} /></details>}
        <details open><summary>结构</summary><Outline designing={designing} /></details>
      </aside>
      <div className="fd-middle">
        {designing.readOnly ? null : <div className="fd-narrow"><InsertMenu designing={designing} /></div>}
        <Canvas designing={designing} />
        <Problems designing={designing} />
      </div>
      <aside
        className="fd-right"
        onKeyDown={({ key }) => {
          // Back to the card whose properties these are.
          if (key === 'Escape') focusCard(designing.selected);
        }}
      >
        <PropertiesPanel designing={designing} />
      </aside>
    </div>
  );
}
