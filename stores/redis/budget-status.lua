-- What is spent and reserved now.   KEYS: base
-- Returns spent and reserved of day, month, free, paid
reap()
local sums = {}
for _, window in ipairs({ day_window, month_window, tier_window('free'), tier_window('paid') }) do
  table.insert(sums, whole(amount(window, 'spent')))
  table.insert(sums, whole(amount(window, 'reserved')))
end
return sums
