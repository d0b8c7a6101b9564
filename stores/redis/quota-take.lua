-- Counts one message in a minute's burst and in the UTC day, if both have room; the server's clock decides which minute and day.
-- KEYS: base   ARGV: turn id, burst limit, day limit or -1, messages of today under older keys
-- Returns refused (0 no, 1 burst, 2 daily), burst used, day used, ms of the server's clock
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local minute, day = math.floor(now / 60000), math.floor(now / 86400000)
local burst_key, day_key = KEYS[1] .. ':minute:' .. string.format('%.0f', minute), KEYS[1] .. ':day:' .. string.format('%.0f', day)
local turn, burst_limit, day_limit, before = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local burst_used, day_used = redis.call('SCARD', burst_key), redis.call('SCARD', day_key) + before
local counts_day = day_limit >= 0 and redis.call('SISMEMBER', day_key, turn) == 0
local counts_burst = redis.call('SISMEMBER', burst_key, turn) == 0
if counts_burst and burst_used >= burst_limit then return { 1, burst_used, day_used, now } end
if counts_day and day_used >= day_limit then return { 2, burst_used, day_used, now } end

if counts_burst then
  redis.call('SADD', burst_key, turn)
  redis.call('PEXPIREAT', burst_key, (minute + 1) * 60000)
end
if counts_day then
  redis.call('SADD', day_key, turn)
  -- An hour longer than the day, for refunds of turns that ran over midnight.
  redis.call('PEXPIREAT', day_key, (day + 1) * 86400000 + 3600000)
end
return { 0, burst_used + (counts_burst and 1 or 0), day_used + (counts_day and 1 or 0), now }
