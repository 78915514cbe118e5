import type { MailSite } from "#app/emails/layout.ts";

export const SITE: MailSite = {
  siteName: "Hear Hear",
  operatorName: "Hear Hear Trust",
  operatorContact: "hello@hearhear.example.org",
  demonstration: false,
};

export const BASE = "https://hearhear.example.org";
export const TITLE = "Hold an independent investigation into SEND services";
export const CAMPAIGN_URL = `${BASE}/petitions/send-investigation`;
