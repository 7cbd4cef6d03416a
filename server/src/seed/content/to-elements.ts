import type { ItemElements } from '../../modules/catalog/contract.ts';
import type { DepartmentName, SeedItem } from './seed-types.ts';

/** Turns a seed item into the catalogue's elements; `organizationIdOf` finds the departments in the running system. */
export function toItemElements(item: SeedItem, organizationIdOf: (department: DepartmentName) => string): ItemElements {
  return {
    ...item.elements,
    organizationId: organizationIdOf(item.department), departmentName: item.department,
    handlingDepartments: item.handlingDepartments.map(({ department, role }) => ({ organizationId: organizationIdOf(department), name: department, role })),
    forms: item.forms.map(({ key, name, definition, sampleData }) => ({ key, name, definition: { ...definition }, sampleData: { ...sampleData } })),
  };
}
