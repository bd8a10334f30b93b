"""Sentences with more numbers than one: which of them is to be reached is read surely, or it is asked."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.coach.sentence.read import read

TODAY = date(2026, 11, 21)
TARGETS = {
    # what there is now, or was
    "31 now, 100 by 1 July": "31 100",
    "Right now 12% of visitors leave at once, and we want that at 7% by June": "12 7 %",
    "Run 10k in 50 minutes instead of 62 by May": "62 50",
    "Get churn to 2.5%, down from 4.1% today, by June": "4.1 2.5 %",
    "Reach $18,000 in monthly sales, up from $12,000, by June": "12000 18000 USD",
    "Traffic went up 8% last year; we need 15% this year": "15 %",
    "We have 120 subscribers and want 300 by March": "120 300",
    "From the current 45 to 80 bookings a week by May": "45 80",
    "Get 300 subscribers (currently 120) by March": "120 300",
    "Grow the list to 5,000; it is at 3,200 today": "3200 5000",
    "Last year we sold 400 units; this year 600": "400 600",
    "Cut response time from 9 hours to 2 hours by March": "9 2",
    "Reduce returns to 4% (7% last quarter) by June": "7 4 %",
    "Orders rose 12% in 2025, and 20% is the goal for 2027": "20 %",
    "Our clinic sees 18 patients a day today; make it 25 by April": "18 25",
    "Hiện có 120 học viên, cần 300 trước tháng 6": "120 300",
    "Tỷ lệ hoàn hàng năm sau còn 12%, trong khi năm nay là 19%": "19 12 %",
    "Năm nay bán 400 máy, năm sau bán 600 máy": "400 600",
    "Chi phí mỗi đơn còn 35k (hiện 50k) trước tháng 3": "50000 35000 VND",
    "Có 1.000 follower, tăng từ 400, trước Tết": "400 1000",
    "Giảm tỷ lệ bỏ giỏ còn 60%, hiện là 72%, trước tháng 4": "72 60 %",
    "Năm ngoái tăng 8%, năm nay phải tăng 15%": "15 %",
    "Mỗi ngày 20 đơn thay vì 12 từ tháng 1": "12 20",
    "Trả lời khách trong 10 phút thay vì 45 phút": "45 10",
    # a price, a wage, a budget
    "Hire 6 engineers by March at $9,000 per hire": "6",
    "Sell 40 courses at $199 each by May": "40",
    "Sell 200 tickets for $25 each before Christmas": "200",
    "Book 15 meetings with a budget of $2,000 by March": "15",
    "Spend at most $500 a month to get 40 leads a month by June": "40",
    "Bán 200 vé, giá 150k một vé, trước 20/12": "200",
    "Bán 100 khóa học giá 2 triệu trong quý 1": "100",
    "Ký 12 hợp đồng trị giá 50 triệu mỗi hợp đồng trong quý tới": "12",
    "Tuyển 6 kỹ sư, lương 30 triệu mỗi người, trước tháng 4": "6",
    "Đạt 500 đơn trong tháng 12, ngân sách ads không quá 30 triệu": "500",
    "30 triệu tiền quảng cáo phải mang về 400 đơn trước Tết": "400",
    # a part of the whole
    "Win 30 clients, at least 10 of them abroad, by June": "30",
    "Sign 50 partners, of which 20% in Asia, by the end of 2027": "50",
    "Tuyển 40 học viên, trong đó ít nhất 25% là học viên cũ, trước tháng 9": "40",
    "Doanh thu quý 1 đạt 2 tỷ, trong đó 30% từ online": "2000000000 VND",
    "Thu hút 500 khách, tối thiểu 100 khách mới, trong dịp Tết": "500",
    # a level with the growth that it makes
    "Increase revenue by 20% to $60,000 by June": "60000 USD",
    "Năm 2027 đạt 3.200 tỷ, tăng 14%": "3200000000000 VND",
    "Tăng doanh thu 20% lên 6 tỷ trong năm 2027": "6000000000 VND",
    "Bảo tàng đón 480 nghìn lượt khách năm 2027, tăng 9% so với năm trước": "480000",
    "Xuất 90.000 tấn gạo trước tháng 12, giảm 4% so với cùng kỳ": "90000",
    "Đạt 1.350 tỷ trong năm 2027, tăng 12% so với cùng kỳ": "1350000000000 VND",
    "Bring in $3.1 million, up 14% on last year": "3100000 USD",
    "Welcome 52,000 visitors in 2027, up 9% on 2026": "52000",
    # a day that is a name, and people who are no money
    "Ngày hội đổi rác lấy cây thu hút 1.500 sinh viên": "1500",
    # who does it, how often, how large
    "Publish 12 videos of 10 minutes each by June": "12",
    "3 new stores in 2 cities by 2028": "3",
    "Have a team of 12 close 90 deals by Q2": "90",
    "Collect 200 reviews of 5 stars by June": "200",
    "Post 3 times a week and reach 2,000 followers by June": "2000",
    "Lose 5 kg in 3 months by running 4 times a week": "5",
    "Of our 80 members, 60 renew by the end of January": "60",
    "Với 5 nhân viên, chốt 90 đơn mỗi tháng trong quý 1": "90",
    "Đội 4 người gọi 30 cuộc mỗi ngày để ký 20 hợp đồng trong tháng 12": "20",
    "Đăng 3 bài mỗi tuần để có 2.000 lượt theo dõi trước tháng 6": "2000",
    # how numbers are written
    "Grow takings to ₹5 crore by March 2027": "50000000 INR",
    "Raise Rs. 12 lakh for the clinic by June": "1200000 INR",
    "Collect 3.5 lakh rupees by May": "350000 INR",
    "Tiết kiệm 45 củ trước Tết": "45000000 VND",
    "Kiếm 1 củ rưỡi mỗi tuần từ việc dạy thêm": "1500000 VND",
    "Trồng 60 củ khoai trước tháng 3": "60",
    "Thu hoạch 200 củ trước Tết": "200",
    "Tiết kiệm 5 chai mỗi tháng": "5000000 VND",
    "Tiết kiệm 8 chai nước rửa chén mỗi năm": "8",
    "Tăng thu nhập: bán 40 chai mỗi ngày": "40",
    # groups of three are no date, nor is a decimal
    "Bán hết 2.000 hộp quà Tết trước ngày 20/1": "2000",
    "Reach an average rating of no less than 4.5 this year": "4.5",
    "Raise AU$1.2m by June": "1200000 AUD",
    "Welcome our 1,000th customer by Friday": "1000",
    "Đón vị khách thứ 1.000 trước cuối năm": "1000",
    "tuyen 8 nhan vien truoc thang 3": "8",
    "tang 40 khach moi trong thang 12": "40",
    "thu 40 trieu trong quy 1": "40000000 VND",
    "ky 10 hop dong truoc tet": "10",
    "mo 2 chi nhanh moi o Da Nang truoc thang 9": "2",
    "nhan vien moi ngay tu van 15 khach": "15",
    "tu van 15 khach moi ngay": "15",
}
TWO_SUMS = (
    "Get 4.8 stars from 200 reviews by June",
    "40 leads, 10 contracts by June",
    "Raise $25,000 and sign 12 sponsors by June",
    "Đạt 50 đơn và 20 triệu trong tháng 12",
    "Thêm 300 học viên, 2 tỷ doanh thu trong năm 2027",
)


@pytest.mark.parametrize(("text", "means"), TARGETS.items())
def test_the_number_to_be_reached_is_known_among_others(text: str, means: str) -> None:
    reading = read(text, TODAY)
    numbers = [str(number) for number in (reading.baseline, reading.target) if number is not None]
    assert " ".join([*numbers, *([reading.unit] if reading.unit else [])]) == means
    assert "target" not in reading.doubts


FIRST_NAMED = {
    "Launch 14 cafés over the next two years and push turnover past €9 million": "14",
    "Recruit 10 mentors and cut the dropout rate from 12% to 8% by June": "10",
    "Mở 12 cửa hàng mới trong ba năm tới và đưa doanh thu vượt 180 tỷ": "12",
}


@pytest.mark.parametrize(("text", "target"), FIRST_NAMED.items())
def test_of_two_outcomes_the_first_counts_and_it_is_asked(text: str, target: str) -> None:
    reading = read(text, TODAY)
    assert (str(reading.target), reading.unit, reading.baseline) == (target, None, None)
    assert "target" in reading.doubts


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Ngày hội hiến máu mùa thu nhận ít nhất 350 đơn vị máu", None),
        ("Ngày sách của trường bán 2.000 cuốn", None),
        ("Ngày bán ít nhất 20 đơn", "day"),
    ],
)
def test_a_day_with_a_name_is_no_rate(text: str, per: str | None) -> None:
    assert read(text, TODAY).per == per


@pytest.mark.parametrize("text", TWO_SUMS)
def test_of_two_sums_that_both_may_be_meant_it_is_asked(text: str) -> None:
    assert "target" in read(text, TODAY).doubts


def test_within_minutes_is_a_ceiling() -> None:
    reading = read("Phản hồi tin nhắn khách trong vòng 5 phút", TODAY)
    assert (reading.target, reading.direction, reading.bound) == (Decimal(5), "decrease", "max")
