import type { ComponentProps } from 'react';
import { links } from '../../shared/links.ts';
import { SectionedPage, type PageSection } from '../../shared/page/SectionedPage.tsx';
import { text } from './text.ts';
import './directory.css';

const { sections: names } = text;
const sections: readonly PageSection[] = [
  { key: 'entries', label: names.entries, address: links.directory(), permission: 'directory.entry.view' },
  { key: 'claims', label: names.claims, address: links.directoryClaims(), permission: 'directory.claim.view' },
  { key: 'changes', label: names.changes, address: links.directoryChanges(), permission: 'directory.change.view' },
  { key: 'imports', label: names.imports, address: links.directoryImports(), permission: 'directory.entry.view' },
  { key: 'reports', label: names.reports, address: links.directoryReports(), permission: 'directory.report.view' },
];

type DirectoryFrameProps = Omit<ComponentProps<typeof SectionedPage>, 'title' | 'sections' | 'current'> & { section: keyof typeof names };

/** The frame of every page of the basic directory. */
export function DirectoryFrame({ section, ...rest }: DirectoryFrameProps) {
  return <SectionedPage title={text.title} sections={sections} current={section} {...rest} />;
}
