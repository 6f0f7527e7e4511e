/** Who pays for the request. Beta `user-profiles-billing-2026-10-01`. */
export interface BillingPolicy {
  readonly type: 'billing_policy';
  readonly bill_to?: 'self' | 'user_profile' | undefined;
}
