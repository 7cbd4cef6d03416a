/** The job that registers one shipment with the mail service. */
export const registerShipmentJob = 'collection.register-shipment';
