import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { text } from './text.ts';
import './materials.css';

const addresses = {
  library: links.materials(), mapping: links.materialMapping(), merge: links.materialMerge(), substitution: links.substitutions(), licences: links.materialLicences(),
} as const;
type Section = keyof typeof addresses;
const sections: readonly Section[] = ['library', 'mapping', 'merge', 'substitution', 'licences'];

interface MaterialsFrameProps { section: Section; aside?: ReactNode; actions?: ReactNode; bar?: ReactNode; children: ReactNode }

/** The frame of every page of the library, with the way to the others. */
export function MaterialsFrame({ section, aside, actions, bar, children }: MaterialsFrameProps) {
  const navigate = useNavigate();
  return (
    <Page
      fill
      title={text.title}
      aside={aside}
      actions={actions}
      bar={
        <>
          <Tabs
            className="materials__tabs"
            activeKey={section}
            onChange={(key) => {
              const next = sections.find((one) => one === key);
              if (next) void navigate(addresses[next]);
            }}
            items={sections.map((one) => ({ key: one, label: text.sections[one] }))}
          />
          {bar ? <div className="materials__bar">{bar}</div> : null}
        </>
      }
    >
      {children}
    </Page>
  );
}
