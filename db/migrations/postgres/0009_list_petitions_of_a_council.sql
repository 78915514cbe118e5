DROP INDEX "campaigns_by_body";
--> statement-breakpoint
CREATE INDEX "campaigns_by_body" ON "campaigns" USING btree ("body_gss","kind","state","opened_at","number");
